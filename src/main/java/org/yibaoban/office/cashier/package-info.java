/** What a cashier does: deposits, the patient's share, voiding by two persons, the day's closing. */
package org.yibaoban.office.cashier;
