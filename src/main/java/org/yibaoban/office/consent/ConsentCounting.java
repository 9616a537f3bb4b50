package org.yibaoban.office.consent;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yibaoban.consent.ChargedLine;
import org.yibaoban.consent.ConsentCover;
import org.yibaoban.consent.ConsentGrant;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.office.his.ChargesPosted;
import org.yibaoban.store.ChargeLineRow;
import org.yibaoban.store.ConsentRow;
import org.yibaoban.store.Consents;
import org.yibaoban.store.VisitRow;

/**
 * Keeps what is due of a stay right while lines come and forms are signed. Three queries for a message that holds items
 * in need of consent, none for any other; they look at this stay's lines of these items alone.
 */
@ApplicationScoped
public class ConsentCounting {

    private static final int FIRST = Interceptor.Priority.LIBRARY_BEFORE;

    @Inject
    private Consents consents;

    @Inject
    private Event<ConsentsMoved> moved;

    @Inject
    private ConsentRules rules;

    /** Before the audit, which asks what is due. */
    void posted(@Observes @Priority(FIRST) ChargesPosted posted) {
        for (ChargesPosted.Stay stay : posted.stays()) {
            Set<String> codes = stay.lines().stream()
                    .filter(line -> !reasons(stay.visit(), line).isEmpty())
                    .map(line -> line.item().code())
                    .collect(Collectors.toCollection(HashSet::new));
            if (!codes.isEmpty()) {
                recount(stay.visit(), codes);
            }
        }
    }

    /**
     * The insurance of a visit became known, or another one: an item may need consent by the one and not by the other. Runs
     * in the caller's transaction, which holds the visit locked.
     */
    public void insuranceTold(VisitRow visit) {
        Set<String> codes = consents.itemsByInsurance(visit);
        if (!codes.isEmpty()) {
            recount(visit, codes);
        }
    }

    /** Runs in the caller's transaction, which holds the visit locked. */
    void recount(VisitRow visit, Collection<String> itemCodes) {
        Map<String, ConsentCover> covers = covers(visit, itemCodes);
        Set<String> turned = consents.owe(
                visit,
                covers.entrySet().stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, entry -> owed(entry.getValue()))));
        if (!turned.isEmpty()) {
            moved.fire(new ConsentsMoved(visit, turned));
        }
    }

    /** How these items of a visit are covered now; each has an entry. */
    Map<String, ConsentCover> covers(VisitRow visit, Collection<String> itemCodes) {
        return covers(visit, itemCodes, consents.lines(visit, itemCodes), consents.of(visit, itemCodes));
    }

    /** The same from lines and consents that were read already; those of other items are passed over. */
    Map<String, ConsentCover> covers(
            VisitRow visit, Collection<String> itemCodes, List<ChargeLineRow> lines, List<ConsentRow> rows) {
        Map<String, List<ChargedLine>> linesByItem = new HashMap<>();
        lines.forEach(line -> linesByItem
                .computeIfAbsent(line.item().code(), code -> new ArrayList<>())
                .add(charged(visit, line)));
        Map<String, List<ConsentGrant>> grantsByItem = new HashMap<>();
        rows.forEach(row -> row.consent(visit)
                .grant()
                .ifPresent(grant -> grantsByItem
                        .computeIfAbsent(row.itemCode(), code -> new ArrayList<>())
                        .add(grant)));
        Map<String, ConsentCover> covers = new HashMap<>();
        for (String code : itemCodes) {
            covers.put(
                    code,
                    ConsentCover.of(
                            linesByItem.getOrDefault(code, List.of()), grantsByItem.getOrDefault(code, List.of())));
        }
        return covers;
    }

    Set<ConsentReason> reasons(VisitRow visit, ChargeLineRow line) {
        return rules.reasons(line.item().consentItem(visit.insurance()), line.quantity(), line.amount());
    }

    private ChargedLine charged(VisitRow visit, ChargeLineRow line) {
        return new ChargedLine(
                line.id().toString(),
                reasons(visit, line),
                line.quantity(),
                line.amount(),
                line.serviceTime(),
                line.reversesId().map(String::valueOf));
    }

    private Consents.Owed owed(ConsentCover cover) {
        return new Consents.Owed(cover.due(), cover.dueAmount(), rules.stops(cover.reasons()));
    }
}
