package org.yibaoban.consent;

import java.util.EnumSet;
import java.util.Set;

/** Where one consent form stands. */
public enum ConsentState {
    /** All is filled in, nothing is signed. */
    DUE("待签署", "To be signed"),
    /** Signed on the screen. */
    SIGNED("已签署", "Signed"),
    /** Signed on paper, the scan is here. */
    PAPER("已签署（纸质）", "Signed on paper"),
    /** Treated first (条例 Art. 15): to be signed after, until a deadline. */
    EMERGENCY("急救先用，待补签", "Emergency, to be signed after"),
    /** The patient took it back: it covers what was used until then; or the form was dropped before anybody signed. */
    WITHDRAWN("已撤回", "Withdrawn"),
    /** The patient does not want the item. */
    REFUSED("患者不同意", "Refused"),
    /** No consent is needed: the doctor confirmed that the printed payment restriction is met. */
    CONFIRMED("已核实符合限制条件", "Restriction confirmed as met");

    private final String chinese;
    private final String english;

    ConsentState(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /** What it can become. */
    public Set<ConsentState> next() {
        return switch (this) {
            case DUE -> EnumSet.of(SIGNED, PAPER, EMERGENCY, REFUSED, CONFIRMED, WITHDRAWN);
            case EMERGENCY -> EnumSet.of(SIGNED, PAPER, REFUSED, CONFIRMED);
            case SIGNED, PAPER, CONFIRMED -> EnumSet.of(WITHDRAWN);
            case WITHDRAWN, REFUSED -> EnumSet.noneOf(ConsentState.class);
        };
    }

    /** Whether it lets an item be charged: an emergency does not, for nobody has signed yet. */
    public boolean covers() {
        return this == SIGNED || this == PAPER || this == CONFIRMED;
    }

    /** Whether somebody has signed. */
    public boolean isSigned() {
        return this == SIGNED || this == PAPER;
    }
}
