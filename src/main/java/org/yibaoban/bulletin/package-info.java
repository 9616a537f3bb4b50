/** Notices and policies of the insurance office, for all desks to read. */
package org.yibaoban.bulletin;
