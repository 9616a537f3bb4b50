/**
 * Our settlements against the payer's account of them (national 3201, 3202), the charge ledger and the cashier's receipts: pure
 * rules.
 */
package org.yibaoban.settlement.reconciliation;
