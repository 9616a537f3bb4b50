package org.yibaoban.his.cdshooks;

import jakarta.json.JsonObject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.yibaoban.office.order.OrderedItem.ItemCode;
import org.yibaoban.office.order.OrderedItem.Owner;

/**
 * The codings of a CodeableConcept. The hospital's own come first, then the national ones, then those that name no
 * system, which are taken for the hospital's; a code of any other system is never looked up here, whatever it looks like.
 */
final class Codings {

    static final String HOSPITAL_ITEM = "http://yibaoban.org/fhir/sid/medins-list-codg";
    static final String NATIONAL_ITEM = "http://yibaoban.org/fhir/sid/med-list-codg";

    private final Set<String> hospitalSystems;

    /** @param hospitalSystems further code systems that hold the hospital's item codes */
    Codings(Set<String> hospitalSystems) {
        this.hospitalSystems = hospitalSystems;
    }

    /** Codes and name; empty for a concept with neither code nor text. */
    Optional<Named> read(JsonObject concept) {
        List<Ranked> ranked = new ArrayList<>();
        for (JsonObject coding : HookJson.objects(concept, "coding")) {
            HookJson.text(coding, "code").ifPresent(code -> ranked.add(rank(coding, code)));
        }
        ranked.sort(Comparator.comparingInt(Ranked::rank));
        Optional<String> name = ranked.stream()
                .flatMap(coding -> coding.display().stream())
                .findFirst()
                .or(() -> HookJson.text(concept, "text"))
                .or(() -> ranked.stream().map(coding -> coding.code().code()).findFirst());
        return name.map(known -> new Named(ranked.stream().map(Ranked::code).toList(), known));
    }

    private Ranked rank(JsonObject coding, String code) {
        String system = HookJson.text(coding, "system").orElse("");
        Optional<String> display = HookJson.text(coding, "display");
        if (system.equals(HOSPITAL_ITEM) || hospitalSystems.contains(system)) {
            return new Ranked(0, new ItemCode(Owner.HOSPITAL, code), display);
        }
        if (system.equals(NATIONAL_ITEM)) {
            return new Ranked(1, new ItemCode(Owner.NATIONAL, code), display);
        }
        return system.isEmpty()
                ? new Ranked(2, new ItemCode(Owner.HOSPITAL, code), display)
                : new Ranked(3, new ItemCode(Owner.OTHER, code), display);
    }

    /** What a concept names. */
    record Named(List<ItemCode> codes, String name) {}

    private record Ranked(int rank, ItemCode code, Optional<String> display) {}
}
