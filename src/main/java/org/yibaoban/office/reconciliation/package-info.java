/** The office reconciles its settlements with the payer, deals with what differs, and two persons close it. */
package org.yibaoban.office.reconciliation;
