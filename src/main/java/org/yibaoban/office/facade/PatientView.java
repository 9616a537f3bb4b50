package org.yibaoban.office.facade;

import java.time.Instant;
import org.yibaoban.visit.PatientDetails;

/** A patient, with the row id and the time of the last change. */
public record PatientView(long id, PatientDetails details, Instant changedAt) {}
