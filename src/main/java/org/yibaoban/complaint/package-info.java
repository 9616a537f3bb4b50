/** Complaints about the hospital's insurance work (投诉). */
package org.yibaoban.complaint;
