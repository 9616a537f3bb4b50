/** What two persons decide on an answered claim: a settlement taken back, a differing answer accepted. */
package org.yibaoban.office.decision;
