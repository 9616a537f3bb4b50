package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A piece of a file as it was given. */
@Entity
@Table(name = "tabular_part")
public class TabularPartRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "load_id")
    private Long loadId;

    private int part;
    private byte[] content;

    protected TabularPartRow() {}

    public TabularPartRow(Long loadId, int part, byte[] content) {
        this.loadId = loadId;
        this.part = part;
        this.content = content;
    }
}
