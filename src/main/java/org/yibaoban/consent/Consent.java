package org.yibaoban.consent;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A form and where it stands.
 *
 * @param signer who signed; empty before
 * @param deadline emergency: until when it must be signed
 * @param changedAt when it came to this state
 * @param note why: the emergency, the withdrawal, the refusal, how the restriction was confirmed; may be blank
 */
public record Consent(
        ConsentForm form,
        ConsentState state,
        Optional<Signer> signer,
        Optional<LocalDateTime> deadline,
        LocalDateTime changedAt,
        String note) {

    /** What it allows; empty when it allows nothing. What was used before a withdrawal stays covered. */
    public Optional<ConsentGrant> grant() {
        boolean wasSigned = state == ConsentState.WITHDRAWN && signer.isPresent();
        if (!state.covers() && !wasSigned) {
            return Optional.empty();
        }
        return Optional.of(new ConsentGrant(
                form.quantity(), form.unitPrice(), wasSigned ? Optional.of(changedAt) : Optional.empty()));
    }

    /** Whether an emergency's form is still not signed after its deadline. */
    public boolean isOverdue(LocalDateTime now) {
        return state == ConsentState.EMERGENCY && deadline.filter(now::isAfter).isPresent();
    }

    @Override
    public String toString() {
        return "consent " + form.number() + " " + state;
    }
}
