/**
 * Audit rules (spec/audit.md): what is wrong with a stay, and on which lines. Pure: no clock, no store, no web; the
 * parameters and severities are data that the caller hands in.
 */
package org.yibaoban.audit;
