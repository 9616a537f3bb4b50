/** A stay's charges as they are looked at: lines, sums of lines, and which of them are wanted. */
package org.yibaoban.charge;
