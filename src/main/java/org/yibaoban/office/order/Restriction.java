package org.yibaoban.office.order;

/**
 * A payment restriction (限…) put to one patient. Not met means that the fund does not pay the item.
 *
 * @param text as the catalogue prints it
 * @param chinese why it is not met; what a person has to check otherwise
 */
public record Restriction(String text, Outcome outcome, String chinese, String english) {

    public enum Outcome {
        MET,
        NOT_MET,
        /** The data that the office holds cannot decide it. */
        TO_CHECK
    }
}
