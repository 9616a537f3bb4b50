package org.yibaoban.office.tabular;

import java.util.List;
import org.yibaoban.visit.PatientDetails;

/** Takes patients that come without a visit. */
public interface PatientBook {

    /**
     * Describes patients, makes those that are new, and has the identity of their unsettled visits checked again; the
     * kept message is concluded in the same transaction.
     *
     * @param noted what else belongs to the transaction
     */
    void describe(long messageId, List<PatientDetails> patients, byte[] answer, Runnable noted);
}
