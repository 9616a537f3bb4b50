/** Prescription review (处方点评): what a sample is aimed at and what is said of a prescription. Pure. */
package org.yibaoban.review;
