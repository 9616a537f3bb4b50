package org.yibaoban.portal.desk;

/** The parts of the menu, in its order. */
public enum MenuGroup {
    DESKS,
    FIGURES,
    CONTROL,
    POLICY,
    EXCHANGE
}
