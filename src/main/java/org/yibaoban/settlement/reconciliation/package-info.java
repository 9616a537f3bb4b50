/** Our settlements against the payer's account of them (national 3201, 3202): pure rules. */
package org.yibaoban.settlement.reconciliation;
