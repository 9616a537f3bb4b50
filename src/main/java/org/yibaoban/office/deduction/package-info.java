/** What the payer deducts is entered from its notice, conceded or appealed against with evidence, and answered. */
package org.yibaoban.office.deduction;
