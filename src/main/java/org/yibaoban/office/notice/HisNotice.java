package org.yibaoban.office.notice;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.consent.Consent;
import org.yibaoban.money.Money;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Something that a HIS is told, free of any message format. Times are the hospital's. */
public sealed interface HisNotice {

    NoticeKind kind();

    Subject subject();

    /** Whom and which visit it is about. */
    record Subject(VisitNumber visit, VisitType type, PatientDetails patient) {}

    /**
     * A claim reached a state that the HIS must know of.
     *
     * @param amounts what the payer settled, in yuan; empty where it did not
     * @param why the payer's or the office's words; blank where there are none
     */
    record ClaimMoved(
            Subject subject,
            String claimIdentifier,
            ClaimState state,
            Optional<String> payerReference,
            Map<SettlementField, Money> amounts,
            String why,
            LocalDateTime at)
            implements HisNotice {

        @Override
        public NoticeKind kind() {
            return NoticeKind.SETTLEMENT;
        }
    }

    /**
     * A consent form was signed, or a signed one was taken back.
     *
     * @param documents the printed form, and the scan of what was signed on paper; none of one that is taken back
     */
    record ConsentMoved(Subject subject, Consent consent, List<Document> documents, LocalDateTime at)
            implements HisNotice {

        public ConsentMoved {
            documents = List.copyOf(documents);
        }

        @Override
        public NoticeKind kind() {
            return NoticeKind.CONSENT;
        }
    }

    /**
     * A document as it is kept.
     *
     * @param code what it is: FORM or SCAN
     * @param sha256 of the content, in hexadecimal digits
     */
    record Document(String code, String mediaType, byte[] content, String sha256) {

        @Override
        public boolean equals(Object other) {
            return other instanceof Document document
                    && code.equals(document.code)
                    && mediaType.equals(document.mediaType)
                    && sha256.equals(document.sha256);
        }

        @Override
        public int hashCode() {
            return sha256.hashCode();
        }

        @Override
        public String toString() {
            return code + " of " + content.length + " bytes";
        }
    }

    /** What is to be known of a stay now; an empty set takes back what was told before. */
    record FlagsChanged(Subject subject, Set<StayFlag> flags, LocalDateTime at) implements HisNotice {

        @Override
        public NoticeKind kind() {
            return NoticeKind.FLAGS;
        }
    }
}
