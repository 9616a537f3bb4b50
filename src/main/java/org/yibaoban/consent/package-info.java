/**
 * Informed consent to what the patient pays alone: what needs it, the form, and what a signed form covers (条例 Art. 15).
 * Pure: no clock, no store, no web; thresholds are data that the caller hands in.
 */
package org.yibaoban.consent;
