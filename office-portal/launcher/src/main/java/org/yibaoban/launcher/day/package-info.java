/**
 * Plays a hospital's day through the real doors, HL7 v2 over MLLP and HTTP, keeps its own books of what it sent, and
 * compares them with the office's at the end. It never looks into the database.
 */
package org.yibaoban.launcher.day;
