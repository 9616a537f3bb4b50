package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.yibaoban.money.Money;

/** A file to be checked and loaded, or a view's polls of one day. */
@Entity
@Table(name = "tabular_load")
public class TabularLoadRow {

    /** Where the rows come from. */
    public enum Channel {
        FILE,
        VIEW,
        /** A file of the catalogue's: checked, never loaded, released as a change set. */
        CATALOGUE
    }

    /** Uploaded, checked by a dry run, then on a user's word loaded. */
    public enum State {
        UPLOADED,
        CHECKING,
        CHECKED,
        QUEUED,
        LOADING,
        DONE,
        FAILED,
        STOPPED
    }

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    @Column(name = "table_id")
    private String tableId;

    @Column(name = "file_name")
    private String fileName;

    private long size;
    private byte[] sha256;
    private LocalDate day;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    @Enumerated(EnumType.STRING)
    private State state;

    private long expected;

    @Column(name = "row_count")
    private long rowCount;

    @Column(name = "left_out")
    private long leftOut;

    private long loaded;
    private long repeated;
    private long waiting;
    private long rejected;
    private Money amount = Money.ZERO;

    @Column(name = "unknown_columns")
    private String unknownColumns = "";

    private String chinese = "";
    private String english = "";

    @Column(name = "incident_id")
    private String incidentId = "";

    @Column(name = "finished_at")
    private Instant finishedAt;

    /** Set by {@link TabularRows#forgetFiles}. */
    @Column(name = "file_gone_at", insertable = false, updatable = false)
    private Instant fileGoneAt;

    @Column(name = "lease_until")
    private Instant leaseUntil;

    @Column(name = "lease_by")
    private String leaseBy = "";

    protected TabularLoadRow() {}

    private TabularLoadRow(Channel channel, String tableId, String createdBy, Instant createdAt, State state) {
        this.channel = channel;
        this.tableId = tableId;
        this.createdBy = createdBy;
        this.createdAt = createdAt;
        this.state = state;
    }

    public static TabularLoadRow ofFile(String tableId, String fileName, String by, Instant at) {
        TabularLoadRow row = new TabularLoadRow(Channel.FILE, tableId, by, at, State.UPLOADED);
        row.fileName = fileName;
        return row;
    }

    /** @param register the list that the file is of */
    public static TabularLoadRow ofCatalogue(String register, String fileName, String by, Instant at) {
        TabularLoadRow row = new TabularLoadRow(Channel.CATALOGUE, register, by, at, State.UPLOADED);
        row.fileName = fileName;
        return row;
    }

    public static TabularLoadRow ofView(String tableId, LocalDate day, Instant at) {
        TabularLoadRow row = new TabularLoadRow(Channel.VIEW, tableId, "", at, State.DONE);
        row.fileName = "";
        row.day = day;
        return row;
    }

    public void sized(long bytes, byte[] digest) {
        this.size = bytes;
        this.sha256 = digest;
    }

    public void lease(String worker, Instant until) {
        this.leaseBy = worker;
        this.leaseUntil = until;
    }

    public void state(State state, Instant at) {
        this.state = state;
        if (state == State.CHECKED || state == State.DONE || state == State.FAILED || state == State.STOPPED) {
            this.finishedAt = at;
            this.leaseUntil = null;
        }
    }

    /** What the dry run counted is what the load is to reach. */
    public void queue() {
        this.expected = rowCount;
        this.state = State.QUEUED;
    }

    public void explained(String chinese, String english, String incident) {
        this.chinese = chinese;
        this.english = english;
        this.incidentId = incident;
    }

    public void begin(String unknownColumns) {
        this.unknownColumns = unknownColumns;
        this.rowCount = 0;
        this.leftOut = 0;
        this.loaded = 0;
        this.repeated = 0;
        this.waiting = 0;
        this.rejected = 0;
        this.amount = Money.ZERO;
    }

    public void count(long rows, long leftOut, long loaded, long repeated, long waiting, long rejected, Money amount) {
        this.rowCount += rows;
        this.leftOut += leftOut;
        this.loaded += loaded;
        this.repeated += repeated;
        this.waiting += waiting;
        this.rejected += rejected;
        this.amount = this.amount.plus(amount);
    }

    public Long id() {
        return id;
    }

    public Channel channel() {
        return channel;
    }

    public String tableId() {
        return tableId;
    }

    public String fileName() {
        return fileName;
    }

    public long size() {
        return size;
    }

    public byte[] sha256() {
        return sha256;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public State state() {
        return state;
    }

    public long expected() {
        return expected;
    }

    public long rowCount() {
        return rowCount;
    }

    public long leftOut() {
        return leftOut;
    }

    public long loaded() {
        return loaded;
    }

    public long repeated() {
        return repeated;
    }

    public long waiting() {
        return waiting;
    }

    public long rejected() {
        return rejected;
    }

    public Money amount() {
        return amount;
    }

    public String unknownColumns() {
        return unknownColumns;
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

    public String leaseBy() {
        return leaseBy;
    }

    public Optional<Instant> finishedAt() {
        return Optional.ofNullable(finishedAt);
    }

    /** When its file was removed; nothing while it is kept. */
    public Optional<Instant> fileGoneAt() {
        return Optional.ofNullable(fileGoneAt);
    }
}
