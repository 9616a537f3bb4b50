/** What who runs the server watches. */
package org.yibaoban.office.operating;
