/** Money at the cashier's desk: deposits, the patient's share, what is given back, and the day's closing. Pure rules. */
package org.yibaoban.cashier;
