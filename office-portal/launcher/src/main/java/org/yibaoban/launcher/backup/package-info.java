/** Backups of the office's books as one file, taken while everything runs, and their way back into an empty database. */
package org.yibaoban.launcher.backup;
