/** What the payer deducts after review, appeals against it, and what it costs (national 3701 to 3704): pure rules. */
package org.yibaoban.settlement.deduction;
