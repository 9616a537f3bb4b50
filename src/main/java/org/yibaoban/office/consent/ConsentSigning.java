package org.yibaoban.office.consent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentFault;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.DrawnSignature;
import org.yibaoban.consent.ScannedPaper;
import org.yibaoban.consent.Signer;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.notice.HisNews;
import org.yibaoban.store.ConsentDocumentRow;
import org.yibaoban.store.ConsentDocumentRow.Kind;
import org.yibaoban.store.ConsentEventRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.Consents;
import org.yibaoban.store.VisitRow;
import org.yibaoban.store.Visits;

/**
 * What becomes of a form: signed on the screen or on paper, put off in an emergency, refused, withdrawn. Each step in one
 * transaction with its event, its documents and what is due after it.
 */
@ApplicationScoped
public class ConsentSigning {

    private static final String PDF = "application/pdf";

    @Inject
    private Visits visits;

    @Inject
    private Consents consents;

    @Inject
    private ConsentCounting counting;

    @Inject
    private ConsentPrinter printer;

    @Inject
    private HisNews his;

    @Inject
    private ConsentRules rules;

    @Inject
    private Clock clock;

    /** Who signs, as it was filled in. */
    public interface SignerEntry {

        /** @throws ConsentFault when something is missing */
        Signer at(LocalDateTime now);
    }

    /** Signed on the screen, now. */
    @Transactional
    public void sign(String number, String signaturePath, SignerEntry entry, AppUser user) {
        Step step = open(number, user);
        DrawnSignature signature = filled(() -> DrawnSignature.parse(signaturePath));
        Signer signer = filled(() -> entry.at(step.now));
        step.to(ConsentState.SIGNED, () -> step.row.signed(ConsentState.SIGNED, signer, step.now), "");
        step.keep(Kind.SIGNATURE, "image/svg+xml", signature.svg().getBytes(StandardCharsets.UTF_8));
        his.consentMoved(step.visit, step.row, List.of(step.keep(Kind.FORM, PDF, step.print(Optional.of(signature)))));
    }

    /** Signed on paper, of which the scan is brought. */
    @Transactional
    public void paper(String number, byte[] scan, SignerEntry entry, AppUser user) {
        Step step = open(number, user);
        ScannedPaper paper = filled(() -> ScannedPaper.of(scan));
        Signer signer = filled(() -> entry.at(step.now));
        if (signer.at().isAfter(step.now)) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, "签署时间 time: 晚于现在 lies in the future", "");
        }
        step.to(ConsentState.PAPER, () -> step.row.signed(ConsentState.PAPER, signer, step.now), "");
        ConsentDocumentRow scanned = step.keep(Kind.SCAN, paper.kind().mediaType(), paper.content());
        his.consentMoved(
                step.visit, step.row, List.of(step.keep(Kind.FORM, PDF, step.print(Optional.empty())), scanned));
    }

    /** Treated first; to be signed within the time of the rules. */
    @Transactional
    public void emergency(String number, String why, AppUser user) {
        Step step = open(number, user);
        String reason = given(why);
        step.to(
                ConsentState.EMERGENCY,
                () -> step.row.emergency(step.now.plus(rules.signAfter()), reason, step.now),
                reason);
    }

    /** The patient does not want the item. */
    @Transactional
    public void refuse(String number, String why, AppUser user) {
        end(number, ConsentState.REFUSED, why, user);
    }

    /** The patient takes the consent back, from now on; or a form that nobody signed is dropped. */
    @Transactional
    public void withdraw(String number, String why, AppUser user) {
        end(number, ConsentState.WITHDRAWN, why, user);
    }

    /**
     * The doctor confirms that the printed payment restriction is met: the fund pays, and no consent is needed.
     *
     * @throws OfficeRefused also where the item needs consent for another reason
     */
    @Transactional
    public void confirm(String number, String evidence, AppUser user) {
        Step step = open(number, user);
        if (!step.before.form().reasons().equals(Set.of(ConsentReason.RESTRICTED))) {
            throw new OfficeRefused(ReasonCode.CONSENT_STATE, "form " + number, "consent is needed for another reason");
        }
        end(number, ConsentState.CONFIRMED, evidence, user);
    }

    private void end(String number, ConsentState state, String why, AppUser user) {
        Step step = open(number, user);
        String reason = given(why);
        step.to(state, () -> step.row.become(state, step.now, reason), reason);
        if (step.before.signer().isPresent()) {
            his.consentMoved(step.visit, step.row, List.of());
        }
    }

    private Step open(String number, AppUser user) {
        VisitRow visit = consents.visitOf(number == null ? "" : number)
                .flatMap(visits::lock)
                .orElseThrow(() -> new OfficeRefused(ReasonCode.CONSENT_UNKNOWN, "form", ""));
        ConsentAccess.handle(user, visit);
        if (!ConsentDesk.isOpen(visit)) {
            throw new OfficeRefused(ReasonCode.VISIT_SETTLED, "visit " + visit.number(), "");
        }
        return new Step(visit, consents.find(number).orElseThrow(), user);
    }

    private static String given(String why) {
        if (why == null || why.isBlank() || why.length() > 400) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, "原因 reason: 1–400 字 1 to 400 characters", "");
        }
        return why.strip();
    }

    /** Tells what is wrong on a form as a refusal. */
    static <T> T filled(Supplier<T> entry) {
        try {
            return entry.get();
        } catch (ConsentFault fault) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, fault.getMessage(), "");
        }
    }

    /** One form while it changes, its visit locked. */
    private final class Step {
        private final VisitRow visit;
        private final ConsentRow row;
        private final AppUser user;
        private final Consent before;
        private final LocalDateTime now = LocalDateTime.now(clock).truncatedTo(ChronoUnit.SECONDS);

        Step(VisitRow visit, ConsentRow row, AppUser user) {
            this.visit = visit;
            this.row = row;
            this.user = user;
            this.before = row.consent(visit);
        }

        void to(ConsentState state, Runnable change, String why) {
            if (!before.state().next().contains(state)) {
                throw new OfficeRefused(
                        ReasonCode.CONSENT_STATE,
                        "form " + before.form().number(),
                        before.state().chinese() + " " + before.state().english());
            }
            change.run();
            consents.note(new ConsentEventRow(row, clock.instant(), user.username(), state, why));
            counting.recount(visit, List.of(row.itemCode()));
        }

        byte[] print(Optional<DrawnSignature> signature) {
            return printer.print(row.consent(visit), visit.patient().details(), visit.location(), signature);
        }

        ConsentDocumentRow keep(Kind kind, String mediaType, byte[] content) {
            return consents.keep(
                    new ConsentDocumentRow(row, kind, mediaType, content, clock.instant(), user.username()));
        }
    }
}
