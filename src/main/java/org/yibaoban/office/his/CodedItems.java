package org.yibaoban.office.his;

import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;

/**
 * Items as they are read for lines that had no national code. A code says which national item one is, and it was that
 * before anybody said so: where the day of service has no code, that of today counts.
 */
record CodedItems(Catalogue catalogue, LocalDate today) {

    boolean isCoded(String item) {
        return on(item, today).isPresent();
    }

    /** What counts for a line of a day; empty while there is no code. */
    Optional<CatalogueItem> of(String item, LocalDate day) {
        return on(item, day).or(() -> on(item, today));
    }

    private Optional<CatalogueItem> on(String item, LocalDate day) {
        return catalogue.find(item, day).filter(found -> found.nationalCode().isPresent());
    }
}
