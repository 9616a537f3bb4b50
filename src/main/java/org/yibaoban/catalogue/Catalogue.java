package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hospital's catalogue with all dated versions, held in memory: a look-up is one hash access. Immutable. */
public final class Catalogue {

    private final Map<String, List<CatalogueItem>> versions;

    public Catalogue(Collection<CatalogueItem> items) {
        this.versions = items.stream()
                .collect(Collectors.groupingBy(
                        CatalogueItem::hospitalCode, HashMap::new, Collectors.toUnmodifiableList()));
    }

    /** The version of a hospital item in force on a day; empty when the catalogue does not know the item that day. */
    public Optional<CatalogueItem> find(String hospitalCode, LocalDate day) {
        return versions.getOrDefault(hospitalCode, List.of()).stream()
                .filter(item -> item.inForceOn(day))
                .findFirst();
    }

    /** Items in force on a day whose code or name contains the text, at most {@code limit}. */
    public List<CatalogueItem> search(String text, LocalDate day, int limit) {
        String wanted = text.toLowerCase(Locale.ROOT);
        return versionsOn(day)
                .filter(item -> item.name().toLowerCase(Locale.ROOT).contains(wanted)
                        || item.hospitalCode().toLowerCase(Locale.ROOT).contains(wanted)
                        || item.nationalCode()
                                .map(code -> code.toLowerCase(Locale.ROOT).contains(wanted))
                                .orElse(false))
                .limit(limit)
                .toList();
    }

    public Stream<CatalogueItem> versionsOn(LocalDate day) {
        return versions.values().stream().flatMap(List::stream).filter(item -> item.inForceOn(day));
    }

    /** Number of different hospital codes. */
    public int size() {
        return versions.size();
    }
}
