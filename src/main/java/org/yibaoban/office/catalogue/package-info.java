/** The catalogue's releases, look-up and mapping (docs/catalogue.md). */
package org.yibaoban.office.catalogue;
