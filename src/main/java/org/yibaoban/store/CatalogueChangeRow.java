package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemChange;
import org.yibaoban.catalogue.Register;

/** One item of a change set. */
@Entity
@Table(name = "catalogue_change")
public class CatalogueChangeRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "set_id")
    private Long setId;

    @Enumerated(EnumType.STRING)
    private Register register;

    private String code;

    @Enumerated(EnumType.STRING)
    private ItemChange.Kind kind;

    @Column(name = "own_from")
    private LocalDate ownFrom;

    private String before;
    private String after;

    protected CatalogueChangeRow() {}

    CatalogueChangeRow(Long setId, ItemChange change) {
        this.setId = setId;
        this.register = change.register();
        this.code = change.code();
        this.kind = change.kind();
        this.ownFrom = change.ownFrom().orElse(null);
        this.before = change.before().map(Facts::text).orElse(null);
        this.after = change.after().map(Facts::text).orElse(null);
    }

    ItemChange change() {
        return new ItemChange(
                register,
                code,
                Optional.ofNullable(ownFrom),
                Optional.ofNullable(before).map(Facts::parse),
                Optional.ofNullable(after).map(Facts::parse));
    }
}
