package org.yibaoban.his.hl7v2;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.yibaoban.his.dialect.Fact;
import org.yibaoban.his.dialect.Place;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisCommand.MergePatients.Pair;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

/**
 * Messages that change identifiers. MRG holds what is given up, PID and PV1 what stays: A40 and its relatives merge
 * patients, A42 and its relatives visits, A45 and A50 give a visit another patient or number.
 */
final class IdentityMapping {

    private final Reading reading;

    IdentityMapping(Reading reading) {
        this.reading = reading;
    }

    /** One or several pairs of PID and MRG. */
    HisCommand merge() {
        return new HisCommand.MergePatients(each(IdentityMapping::pair), VisitMapping.told(reading));
    }

    /**
     * A42, A35, A41: one or several pairs of PID and MRG.
     *
     * @param kept where the number stands that stays: the visit's, or the account's that stands for it
     */
    HisCommand mergeVisits(Fact kept, Fact prior) {
        return new HisCommand.MergeVisits(
                each(one -> visits(one, kept, prior)), kept == Fact.ACCOUNT, VisitMapping.told(reading));
    }

    private static HisCommand.MergeVisits.Pair visits(Reading one, Fact kept, Fact prior) {
        VisitNumber survivor = VisitMapping.number(one, kept, one.required(kept));
        VisitNumber given = VisitMapping.number(one, prior, one.required(prior));
        if (given.equals(survivor)) {
            throw MessageFault.error(
                    ErrorCode.TABLE_VALUE,
                    one.where(prior),
                    prior.chinese() + "与保留的相同",
                    prior.english() + " is the one that stays");
        }
        return new HisCommand.MergeVisits.Pair(given, survivor, PatientMapping.number(one, Fact.PATIENT));
    }

    private <T> List<T> each(Function<Reading, T> pair) {
        List<T> pairs = new ArrayList<>();
        reading.message().required("PID");
        for (List<Hl7Segment> own : reading.message().groups("PID", Set.of("MRG", "PV1"))) {
            if (own.stream().noneMatch(segment -> segment.name().equals("MRG"))) {
                throw MessageFault.missingSegment("MRG");
            }
            pairs.add(pair.apply(reading.within(own)));
        }
        return pairs;
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
                    Fact.PRIOR_PATIENT.chinese() + "与保留的相同",
                    Fact.PRIOR_PATIENT.english() + " is the one that stays");
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
