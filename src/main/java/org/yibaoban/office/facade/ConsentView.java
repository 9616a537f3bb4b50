package org.yibaoban.office.facade;

import java.time.Instant;
import org.yibaoban.consent.Consent;

/** A consent form and where it stands. */
public record ConsentView(long id, Subject subject, Consent consent, Instant changedAt) {}
