/** Clearing (清算): what the payer pays for settled claims by month, and what is still owed. Pure. */
package org.yibaoban.settlement.clearing;
