/** The tabular door: CSV and Excel files, and polled database views, of a HIS without messages; docs/tabular.md. */
package org.yibaoban.his.tabular;
