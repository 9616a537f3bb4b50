package org.yibaoban.catalogue;

/** What was decided on a change set; open until a person decides. */
public enum ChangeSetState {
    OPEN,
    RELEASED,
    REJECTED
}
