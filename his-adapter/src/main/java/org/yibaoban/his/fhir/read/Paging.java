package org.yibaoban.his.fhir.read;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.SearchEntryMode;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.his.fhir.FhirFault;

/**
 * Pages of a search. The link to the next page holds all that is needed to make it: the search itself and the key of the
 * last row. No page is kept here, so any instance answers it, today or tomorrow.
 */
final class Paging {

    static final String COUNT = "_count";
    static final String AFTER = "_after";
    private static final int USUAL = 50;
    private static final int MOST = 200;

    private final RequestDetails request;
    private final int count;
    private final long after;

    Paging(RequestDetails request) {
        this.request = request;
        this.count = (int) Math.min(MOST, number(COUNT, USUAL));
        this.after = number(AFTER, 0);
    }

    long after() {
        return after;
    }

    /** One row more than the page holds, which tells whether there is a next page. */
    int lookAhead() {
        return count + 1;
    }

    int count() {
        return count;
    }

    private long number(String name, int usual) {
        String[] values = request.getParameters().getOrDefault(name, new String[0]);
        if (values.length == 0) {
            return usual;
        }
        if (values.length > 1 || !values[0].matches("\\d{1,18}") || name.equals(COUNT) && values[0].matches("0+")) {
            throw FhirFault.parameter(name, "应为一个正整数", "one positive whole number is expected");
        }
        return Long.parseLong(values[0]);
    }

    /** @param next key of the last row where there is a further page */
    Bundle bundle(List<? extends Resource> matches, List<? extends Resource> included, Optional<Long> next) {
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.SEARCHSET);
        bundle.addLink().setRelation("self").setUrl(address(after == 0 ? Optional.empty() : Optional.of(after)));
        next.ifPresent(key -> bundle.addLink().setRelation("next").setUrl(address(Optional.of(key))));
        matches.forEach(resource -> add(bundle, resource, SearchEntryMode.MATCH));
        included.forEach(resource -> add(bundle, resource, SearchEntryMode.INCLUDE));
        return bundle;
    }

    private void add(Bundle bundle, Resource resource, SearchEntryMode mode) {
        bundle.addEntry()
                .setFullUrl(request.getFhirServerBase() + "/" + resource.getId())
                .setResource(resource)
                .getSearch()
                .setMode(mode);
    }

    private String address(Optional<Long> behind) {
        List<String> terms = new ArrayList<>();
        request.getParameters().forEach((name, values) -> {
            if (!name.equals(AFTER)) {
                for (String value : values) {
                    terms.add(encoded(name) + "=" + encoded(value));
                }
            }
        });
        behind.ifPresent(key -> terms.add(AFTER + "=" + key));
        String address = request.getFhirServerBase() + "/" + request.getResourceName();
        return terms.isEmpty() ? address : address + "?" + String.join("&", terms);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
