package org.yibaoban.his.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.his.dialect.Place;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.MergePatients.Pair;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Messages that change identifiers. MRG holds what is given up, PID and PV1 what stays: A40 and its relatives merge
 * patients, A45 and A50 give a visit another patient or number.
 */
final class IdentityMapping {

    private final Reading reading;

    IdentityMapping(Reading reading) {
        this.reading = reading;
    }

    /** One or several pairs of PID and MRG. */
    HisCommand merge() {
        List<Pair> pairs = new ArrayList<>();
        reading.message().required("PID");
        for (List<Hl7Segment> own : reading.message().groups("PID", Set.of("MRG", "PV1"))) {
            if (own.stream().noneMatch(segment -> segment.name().equals("MRG"))) {
                throw MessageFault.missingSegment("MRG");
            }
            pairs.add(pair(reading.within(own)));
        }
        return new HisCommand.MergePatients(pairs, VisitMapping.told(reading));
    }

    /** A45, A50: MRG-5 is the visit, PID and PV1 its patient and number from now on. */
    HisCommand identifyVisit() {
        VisitNumber prior = VisitMapping.number(reading, Fact.PRIOR_VISIT, reading.required(Fact.PRIOR_VISIT));
        return new HisCommand.IdentifyVisit(
                prior, VisitMapping.visit(reading), PatientMapping.details(reading), VisitMapping.told(reading));
    }

    private static Pair pair(Reading one) {
        PatientDetails survivor = PatientMapping.details(one);
        PatientNumber prior = PatientMapping.number(one, Fact.PRIOR_PATIENT);
        if (prior.equals(survivor.number())) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    one.where(Fact.PRIOR_PATIENT),
                    "被合并的患者编号与保留的相同",
                    "the patient number that is given up is the one that stays");
        }
        if (!sameType(one)) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    one.where(Fact.PRIOR_PATIENT),
                    "MRG-1 与 PID-3 的编号类型不同",
                    "MRG-1 and PID-3 hold identifiers of different types");
        }
        return new Pair(prior, survivor);
    }

    /** An identifier without a type is of the survivor's. */
    private static boolean sameType(Reading one) {
        Optional<Reading.Found> kept = one.find(Fact.PATIENT);
        Optional<Reading.Found> given = one.find(Fact.PRIOR_PATIENT);
        Place place = given.orElseThrow().place();
        String type = given.get().segment().identifierType(place.field(), 1);
        return type.isEmpty()
                || !place.isTyped()
                || kept.orElseThrow().place().types().equals(place.types());
    }
}
