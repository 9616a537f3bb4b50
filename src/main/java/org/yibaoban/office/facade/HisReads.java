package org.yibaoban.office.facade;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.selection.Selection;

/** The office's side of every door through which a HIS reads. Each call is one transaction and a fixed number of queries. */
public interface HisReads {

    List<PatientView> patients(Selection wanted);

    List<VisitView> visits(Selection wanted);

    /** Pages are cut by the visit's row id. */
    List<MemberView> members(Selection wanted);

    List<ChargeView> charges(Selection wanted);

    List<ExchangedView> sentClaims(Selection wanted);

    List<ExchangedView> claimAnswers(Selection wanted);

    List<SettlementView> settlements(Selection wanted);

    /** Forms in whatever state; {@code number} is the form's, {@code happened} when it was filled in. */
    List<ConsentView> consents(Selection wanted);

    /** Pages are cut by {@link FlagView#key()}; states are {@code RAISED} and {@code LOWERED}, items names of flags. */
    FlagPage flags(Selection wanted);

    /**
     * A page of flags; it may hold fewer than asked for, or none, and still not be the last.
     *
     * @param next key behind which the next page begins; empty on the last page
     */
    record FlagPage(List<FlagView> flags, Optional<Long> next) {}

    /** Row ids by patient number. */
    Map<String, Long> patientIds(Collection<String> numbers);

    /** Row ids by visit number. */
    Map<String, Long> visitIds(Collection<String> numbers);

    /** Row ids of a visit's lines by transaction id. */
    Map<String, Long> lineIds(String visitNumber, Collection<String> transactionIds);
}
