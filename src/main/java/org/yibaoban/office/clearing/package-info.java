/** What the payer pays is read or entered, confirmed by a second person, and held against what it was to pay. */
package org.yibaoban.office.clearing;
