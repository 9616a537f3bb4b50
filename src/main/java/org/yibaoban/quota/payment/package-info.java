/** The ways in which a payer turns stays into money, and what each brings for a stay and a month (spec/quotas.md). */
package org.yibaoban.quota.payment;
