package org.yibaoban.portal.desk;

import java.util.Locale;
import org.yibaoban.office.desk.WardPatient;

/**
 * What a ward's list is narrowed to.
 *
 * @param text part of the name, bed, patient or visit number; blank for all
 * @param flaggedOnly only those with a flag
 */
record WardFilter(String text, boolean flaggedOnly) {

    boolean accepts(WardPatient patient) {
        return (!flaggedOnly || !patient.flags().isEmpty())
                && (holds(patient.name())
                        || holds(patient.bed())
                        || holds(patient.patientNumber())
                        || holds(patient.visit()));
    }

    private boolean holds(String value) {
        return value.toLowerCase(Locale.ROOT).contains(text.strip().toLowerCase(Locale.ROOT));
    }
}
