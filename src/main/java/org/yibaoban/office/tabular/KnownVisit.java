package org.yibaoban.office.tabular;

import java.util.Optional;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.visit.PatientNumber;

/**
 * A visit that the office has.
 *
 * @param closed why it takes no charge any more
 */
public record KnownVisit(PatientNumber patient, Optional<ReasonCode> closed) {}
