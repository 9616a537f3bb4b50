/** Case-based groups (DRG, DIP): what a stay was put into, by whom, and what the group stands for. Pure. */
package org.yibaoban.quota.casegroup;
