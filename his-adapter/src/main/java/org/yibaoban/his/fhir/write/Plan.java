package org.yibaoban.his.fhir.write;

import java.util.List;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.visit.PatientDetails;

/**
 * What some items ask of the office.
 *
 * @param written one for each item, in their order
 */
record Plan(List<PatientDetails> people, List<HisCommand.OfVisit> commands, List<Written> written) {}
