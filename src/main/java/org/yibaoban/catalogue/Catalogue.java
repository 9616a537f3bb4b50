package org.yibaoban.catalogue;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The hospital's catalogue with all dated versions, held in memory: a look-up is one hash access. Immutable. */
public final class Catalogue {

    /** X and the five characters of a western drug's pharmacological class. */
    private static final int GROUP_LENGTH = 6;

    private final Map<String, List<CatalogueItem>> versions;
    private final Map<String, List<CatalogueItem>> byGroup;
    private final Map<String, List<CatalogueItem>> byNational;

    public Catalogue(Collection<CatalogueItem> items) {
        this.versions = items.stream()
                .collect(Collectors.groupingBy(
                        CatalogueItem::hospitalCode, HashMap::new, Collectors.toUnmodifiableList()));
        this.byGroup = items.stream()
                .filter(item -> item.nationalCode().flatMap(Catalogue::group).isPresent())
                .collect(Collectors.groupingBy(
                        item -> group(item.nationalCode().orElseThrow()).orElseThrow()));
        this.byNational = items.stream()
                .filter(item -> item.nationalCode().isPresent())
                .collect(Collectors.groupingBy(item -> item.nationalCode().orElseThrow()));
    }

    /** The version of a hospital item in force on a day; empty when the catalogue does not know the item that day. */
    public Optional<CatalogueItem> find(String hospitalCode, LocalDate day) {
        return versions.getOrDefault(hospitalCode, List.of()).stream()
                .filter(item -> item.inForceOn(day))
                .findFirst();
    }

    /** All versions of a hospital item, in no order; empty for an unknown code. */
    public List<CatalogueItem> versions(String hospitalCode) {
        return versions.getOrDefault(hospitalCode, List.of());
    }

    /** The hospital's items of a national code on a day; several where the hospital charges one under several codes. */
    public List<CatalogueItem> ofNational(String nationalCode, LocalDate day) {
        return byNational.getOrDefault(nationalCode, List.of()).stream()
                .filter(item -> item.inForceOn(day))
                .toList();
    }

    /**
     * Cheaper drugs in the catalogue (class A or B) that serve the same purpose: the same pharmacological class by the
     * first characters of the national code (facts/domain.md, 3.2 and 4.4).
     */
    public List<CatalogueItem> alternatives(CatalogueItem item, LocalDate day, int limit) {
        Optional<String> group = item.nationalCode().flatMap(Catalogue::group);
        return group.isEmpty()
                ? List.of()
                : byGroup.getOrDefault(group.get(), List.of()).stream()
                        .filter(other -> other.inForceOn(day)
                                && other.itemClass() != ItemClass.C
                                && other.price().compareTo(item.price()) < 0)
                        .sorted(Comparator.comparing(CatalogueItem::price))
                        .limit(limit)
                        .toList();
    }

    private static Optional<String> group(String nationalCode) {
        return !nationalCode.startsWith("X") || nationalCode.length() < GROUP_LENGTH
                ? Optional.empty()
                : Optional.of(nationalCode.substring(0, GROUP_LENGTH));
    }

    public Stream<CatalogueItem> versionsOn(LocalDate day) {
        return versions.values().stream().flatMap(List::stream).filter(item -> item.inForceOn(day));
    }

    /** Number of different hospital codes. */
    public int size() {
        return versions.size();
    }
}
