package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.param.DateRangeParam;
import ca.uhn.fhir.rest.param.ReferenceParam;
import ca.uhn.fhir.rest.param.TokenOrListParam;
import ca.uhn.fhir.rest.param.TokenParam;
import java.time.ZoneId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Ids;
import org.yibaoban.selection.Selection;
import org.yibaoban.selection.Selection.Narrowing;

/**
 * The terms of one search, put together to a selection. What is asked for by a number that cannot be here finds nothing;
 * what cannot be understood is refused.
 */
final class Terms {

    private final Narrowing wanted = Selection.all();
    private final Paging paging;
    private final RequestDetails request;
    private final ZoneId zone;

    Terms(RequestDetails request, ZoneId zone) {
        this.request = request;
        this.paging = new Paging(request);
        this.zone = zone;
    }

    Terms ids(TokenOrListParam ids) {
        if (ids != null) {
            wanted.ids(ids.getValuesAsQueryTokens().stream()
                    .flatMap(id -> Ids.row(id.getValue()).stream())
                    .collect(Collectors.toSet()));
        }
        return this;
    }

    /** @param systems what to do with the value of each system; a value without one is of the first */
    Terms identifier(TokenParam identifier, Map<String, Consumer<String>> systems) {
        if (identifier != null) {
            String system =
                    identifier.getSystem() == null || identifier.getSystem().isEmpty()
                            ? systems.keySet().iterator().next()
                            : identifier.getSystem();
            Optional.ofNullable(systems.get(system))
                    .ifPresentOrElse(use -> use.accept(identifier.getValue()), wanted::none);
        }
        return this;
    }

    Narrowing wanted() {
        return wanted;
    }

    Terms patient(ReferenceParam reference) {
        reference("Patient", reference, wanted::patient);
        return this;
    }

    Terms encounter(ReferenceParam reference) {
        reference("Encounter", reference, wanted::visit);
        return this;
    }

    Terms claim(ReferenceParam reference) {
        reference("Claim", reference, wanted::claim);
        return this;
    }

    private void reference(String type, ReferenceParam reference, Consumer<Long> use) {
        if (reference == null) {
            return;
        }
        if (reference.getChain() != null) {
            throw FhirFault.parameter(reference.getChain(), "不支持链式检索", "chained searches are not supported");
        }
        boolean right = reference.getResourceType() == null
                || reference.getResourceType().equals(type);
        Ids.row(reference.getIdPart()).filter(id -> right).ifPresentOrElse(use, wanted::none);
    }

    /** @param states the office's words for a code, nothing for a code that nothing has here */
    Terms states(TokenOrListParam codes, Function<String, Set<String>> states) {
        if (codes != null) {
            Set<String> found = new LinkedHashSet<>();
            codes.getValuesAsQueryTokens().forEach(code -> found.addAll(states.apply(code.getValue())));
            if (found.isEmpty()) {
                wanted.none();
            } else {
                wanted.states(found);
            }
        }
        return this;
    }

    Terms happened(String name, DateRangeParam range) {
        if (range != null) {
            wanted.happened(new When(name, zone).local(given(name)));
        }
        return this;
    }

    Terms changed(DateRangeParam range) {
        if (range != null) {
            wanted.changed(new When("_lastUpdated", zone).moments(given("_lastUpdated")));
        }
        return this;
    }

    /** As they stand in the address: HAPI's own reading of a date drops a prefix that it does not know. */
    private String[] given(String name) {
        return request.getParameters().getOrDefault(name, new String[0]);
    }

    /** What to ask for to fill one page and to know whether there is another. */
    Selection page() {
        return wanted.page(paging.after(), paging.lookAhead());
    }

    Selection exactPage() {
        return wanted.page(paging.after(), paging.count());
    }

    /** The rows of the page, without the one that looks ahead. */
    <V> List<V> shown(List<V> rows) {
        return rows.subList(0, Math.min(rows.size(), paging.count()));
    }

    <V> Bundle bundle(List<V> rows, Function<V, Long> key, Function<V, ? extends Resource> resource) {
        return bundle(rows, key, resource, List.of());
    }

    <V> Bundle bundle(
            List<V> rows,
            Function<V, Long> key,
            Function<V, ? extends Resource> resource,
            List<? extends Resource> included) {
        List<V> shown = shown(rows);
        Optional<Long> next =
                rows.size() > shown.size() ? Optional.of(key.apply(shown.get(shown.size() - 1))) : Optional.empty();
        return paging.bundle(shown.stream().map(resource).toList(), included, next);
    }

    Bundle bundle(List<? extends Resource> matches, Optional<Long> next) {
        return paging.bundle(matches, List.of(), next);
    }
}
