package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A row of a load that was not taken, and why. */
@Entity
@Table(name = "tabular_reject")
public class TabularRejectRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "load_id")
    private Long loadId;

    private String mark;

    @Column(name = "row_number")
    private long rowNumber;

    @Column(name = "row_key")
    private String rowKey;

    @Column(name = "column_name")
    private String columnName;

    private String shown;
    private String code;
    private String chinese;
    private String english;

    @Column(name = "incident_id")
    private String incidentId;

    protected TabularRejectRow() {}

    public TabularRejectRow(
            Long loadId, String mark, long rowNumber, String rowKey, String columnName, String shown, String code) {
        this.loadId = loadId;
        this.mark = mark;
        this.rowNumber = rowNumber;
        this.rowKey = rowKey;
        this.columnName = columnName;
        this.shown = shown;
        this.code = code;
    }

    public TabularRejectRow because(String chinese, String english, String incidentId) {
        this.chinese = chinese;
        this.english = english;
        this.incidentId = incidentId;
        return this;
    }

    public String mark() {
        return mark;
    }

    public long rowNumber() {
        return rowNumber;
    }

    public String rowKey() {
        return rowKey;
    }

    public String columnName() {
        return columnName;
    }

    public String shown() {
        return shown;
    }

    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public String incidentId() {
        return incidentId;
    }
}
