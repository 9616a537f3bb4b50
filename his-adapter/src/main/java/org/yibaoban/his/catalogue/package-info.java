/** Files of the catalogue: the national download, and tables of either list; docs/catalogue.md. */
package org.yibaoban.his.catalogue;
