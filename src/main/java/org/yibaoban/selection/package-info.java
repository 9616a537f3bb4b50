/** What a reader from outside asks the store for, free of any query language and message format. */
package org.yibaoban.selection;
