package org.yibaoban.catalogue;

/** Where a change set comes from. */
public enum ChangeSetKind {
    /** A file that was given. */
    IMPORT,
    /** One hospital item that a person gave a national code. */
    MAPPING,
    /** A released change set that is taken back. */
    UNDO
}
