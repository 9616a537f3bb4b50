package org.yibaoban.office.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.yibaoban.office.desk.StayFlag;
import org.yibaoban.office.stay.StayFlags;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.store.ClaimRow;
import org.yibaoban.store.ConsentDocumentRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.HisNoticeRow;
import org.yibaoban.store.HisNotices;
import org.yibaoban.store.RawMessages;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;
import org.yibaoban.visit.VisitNumber;

/**
 * Writes down what the HIS is to be told, in the transaction that it tells of: what is committed will be told, what is
 * rolled back never is. With no receiver configured it does nothing.
 */
@ApplicationScoped
public class HisNews {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    private HisReceivers receivers;

    @Inject
    private HisNotices notices;

    @Inject
    private HisGateway his;

    @Inject
    private Visits visits;

    @Inject
    private RawMessages messages;

    @Inject
    private Clock clock;

    /** A claim was settled, refused, found to differ, or taken back. */
    public void claimMoved(VisitRow visit, ClaimRow claim) {
        tell(
                visit,
                new HisNotice.ClaimMoved(
                        subject(visit),
                        claim.identifier(),
                        claim.state(),
                        claim.payerReference(),
                        claim.state() == ClaimState.REFUSED ? Map.of() : claim.answer(),
                        claim.part()
                                .map(part -> (part.chinese() + " " + claim.note()).strip())
                                .orElse(claim.note()),
                        now()));
    }

    /**
     * A consent form was signed, or a signed one was taken back; the visit is locked by the caller.
     *
     * @param documents what was signed; none of a form that is taken back
     */
    public void consentMoved(VisitRow visit, ConsentRow consent, List<ConsentDocumentRow> documents) {
        HisNotice notice = new HisNotice.ConsentMoved(
                subject(visit),
                consent.consent(visit),
                documents.stream()
                        .map(row ->
                                new HisNotice.Document(row.kind().name(), row.mediaType(), row.content(), row.sha256()))
                        .toList(),
                now());
        String hash = documents.stream()
                .filter(row -> row.kind() == ConsentDocumentRow.Kind.FORM)
                .map(ConsentDocumentRow::sha256)
                .findFirst()
                .orElse("");
        tell(visit, notice, row -> row.about(consent, hash));
    }

    /** The same for a visit that may not be here yet. */
    public void visitMoved(VisitNumber number) {
        if (!receivers.wanting(NoticeKind.FLAGS).isEmpty()) {
            visits.lock(number).ifPresent(this::visitMoved);
        }
    }

    /** Tells the flags of a visit where they are others than were told last. The visit is locked by the caller. */
    public void visitMoved(VisitRow visit) {
        if (receivers.wanting(NoticeKind.FLAGS).isEmpty()) {
            return;
        }
        Set<StayFlag> flags = StayFlags.of(visit, messages);
        String words = flags.stream().map(Enum::name).sorted().collect(Collectors.joining(","));
        if (!words.equals(visit.flagsTold())) {
            visit.flagsTold(words);
            tell(visit, new HisNotice.FlagsChanged(subject(visit), flags, now()));
        }
    }

    private void tell(VisitRow visit, HisNotice notice) {
        tell(visit, notice, row -> {});
    }

    private void tell(VisitRow visit, HisNotice notice, Consumer<HisNoticeRow> more) {
        List<HisReceiver> wanting = receivers.wanting(notice.kind());
        for (HisReceiver receiver : wanting) {
            String controlId = controlId();
            HisNoticeRow row = new HisNoticeRow(
                    receiver.name(),
                    notice.kind().name(),
                    visit.id(),
                    controlId,
                    his.write(receiver, notice, controlId),
                    clock.instant());
            more.accept(row);
            notices.add(row);
        }
    }

    private static HisNotice.Subject subject(VisitRow visit) {
        return new HisNotice.Subject(
                visit.number(), visit.type(), visit.patient().details());
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }

    /** Twenty characters, the most that old receivers take. */
    private String controlId() {
        StringBuilder id = new StringBuilder("N").append(Long.toString(clock.millis(), 36));
        while (id.length() < 20) {
            id.append(Character.forDigit(RANDOM.nextInt(36), 36));
        }
        return id.toString().toUpperCase(Locale.ROOT);
    }
}
