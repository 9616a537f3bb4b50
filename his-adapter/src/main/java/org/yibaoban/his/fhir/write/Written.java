package org.yibaoban.his.fhir.write;

import java.util.Optional;
import org.yibaoban.visit.VisitNumber;

/**
 * What became of one item.
 *
 * @param number by which the HIS knows it
 * @param visit of a charge
 * @param existed it was here before: the answer is 200, otherwise 201
 */
record Written(String type, String number, Optional<VisitNumber> visit, boolean existed) {}
