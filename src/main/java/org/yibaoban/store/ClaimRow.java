package org.yibaoban.store;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.MapKeyEnumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.benefit.RegisteredDisease;
import org.yibaoban.benefit.Settlement;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.YearChange;
import org.yibaoban.membership.YearToDate;
import org.yibaoban.money.Money;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;

/** A claim: its identifier and bytes are stored before the first send and never change. */
@Entity
@Table(name = "claim")
public class ClaimRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "visit_id")
    private Long visitId;

    private String identifier;

    @Enumerated(EnumType.STRING)
    private ClaimState state = ClaimState.QUEUED;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "created_by")
    private String createdBy;

    private byte[] content;

    /** Set by the database with every change. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "sent_at")
    private Instant sentAt;

    @Column(name = "settled_at")
    private Instant settledAt;

    /** When the answer came that books the claim at the payer, whether it is as estimated or not. */
    @Column(name = "answered_at")
    private Instant answeredAt;

    @Column(name = "payer_reference")
    private String payerReference;

    private String note = "";
    private String differences = "";

    private String disease;

    @Column(name = "disease_limit")
    private BigDecimal diseaseLimit;

    @Column(name = "disease_used")
    private BigDecimal diseaseUsed;

    @Column(name = "disease_year")
    private Integer diseaseYear;

    @Enumerated(EnumType.STRING)
    @Column(name = "insurance_type")
    private InsuranceType insurance;

    private Integer part;

    @Column(name = "mid_stay")
    private boolean midStay;

    @Column(name = "part_from")
    private LocalDate partFrom;

    private LocalDate through;

    /** Where the person's year stood when this was settled. */
    @Embedded
    private YearColumns year;

    @Column(name = "burden_counted")
    private Money burdenCounted;

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "claim_estimate", joinColumns = @JoinColumn(name = "claim_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "amount")
    private Map<SettlementField, BigDecimal> estimate = new EnumMap<>(SettlementField.class);

    @ElementCollection(fetch = FetchType.EAGER)
    @CollectionTable(name = "claim_answer", joinColumns = @JoinColumn(name = "claim_id"))
    @MapKeyColumn(name = "field")
    @MapKeyEnumerated(EnumType.STRING)
    @Column(name = "amount")
    private Map<SettlementField, BigDecimal> answer = new EnumMap<>(SettlementField.class);

    protected ClaimRow() {}

    public ClaimRow(
            Long visitId,
            String identifier,
            byte[] content,
            YearToDate year,
            Settlement estimate,
            Instant createdAt,
            String createdBy) {
        this.visitId = visitId;
        this.identifier = identifier;
        this.content = content;
        this.year = new YearColumns(YearChange.of(year));
        this.burdenCounted = estimate.burdenCounted();
        estimate.amounts().forEach((field, amount) -> this.estimate.put(field, amount.yuan()));
        this.createdAt = createdAt;
        this.createdBy = createdBy;
    }

    /** Made by the terms of a registered disease, with what was used of the year in which the visit ended. */
    public void forDisease(RegisteredDisease terms, int year) {
        this.disease = terms.code();
        this.diseaseLimit = terms.limit().map(Money::yuan).orElse(null);
        this.diseaseUsed = terms.used().yuan();
        this.diseaseYear = year;
    }

    /** Made under this insurance, whatever the visit's is later. */
    public void under(InsuranceType type) {
        this.insurance = type;
    }

    /** Settles this part of a stay. */
    public void forPart(StayPart of) {
        this.part = of.number();
        this.midStay = of.midStay();
        this.partFrom = of.from();
        this.through = of.through();
    }

    /** The part that it settles of a stay that is settled in parts. */
    public Optional<StayPart> part() {
        return Optional.ofNullable(part).map(number -> new StayPart(number, partFrom, through, midStay));
    }

    /** A settled part of a stay that went on: the next claim of the visit stands beside it. */
    public boolean isSettledPart() {
        return midStay && state == ClaimState.SETTLED;
    }

    /** The year that it was made with. */
    public YearToDate year() {
        return year.change().standing();
    }

    /** The registered disease by whose terms it was made, as they stood then. */
    public Optional<RegisteredDisease> disease() {
        return Optional.ofNullable(disease)
                .map(code -> new RegisteredDisease(
                        code, Optional.ofNullable(diseaseLimit).map(Money::new), new Money(diseaseUsed)));
    }

    /** The calendar year in which the disease's limit is counted. */
    public Optional<Integer> diseaseYear() {
        return Optional.ofNullable(diseaseYear);
    }

    /** Settled without the payer, who does not know the person: nothing is sent, the patient bears all. */
    public void settledWithoutPayer(String why, Instant at) {
        move(ClaimState.SETTLED);
        this.answer.putAll(estimate);
        this.note = why;
        this.settledAt = at;
    }

    /** Must be committed before the first byte leaves: a crash after it finds the claim unknown, not unsent. */
    public void sending(Instant at) {
        move(ClaimState.UNKNOWN);
        this.sentAt = at;
    }

    /** Nothing reached the payer: back into the queue. */
    public void unsent(String why) {
        move(ClaimState.QUEUED);
        this.sentAt = null;
        this.note = why;
    }

    public void stillUnknown(String why) {
        this.note = why;
    }

    public void pended(String payerReference) {
        move(ClaimState.PENDED);
        this.payerReference = payerReference;
    }

    public void answered(
            ClaimState state,
            String payerReference,
            Map<SettlementField, Money> amounts,
            List<String> found,
            Instant at) {
        move(state);
        this.payerReference = payerReference;
        this.answer.clear();
        amounts.forEach((field, amount) -> this.answer.put(field, amount.yuan()));
        this.differences = String.join("\n", found);
        this.note = "";
        this.settledAt = state == ClaimState.SETTLED ? at : null;
        this.answeredAt = at;
    }

    public void refused(String why) {
        move(ClaimState.REFUSED);
        this.note = why;
    }

    public void withdraw(String why) {
        move(ClaimState.WITHDRAWN);
        this.note = why;
    }

    /** Two persons accept the payer's answer although it differs: it settles the claim at the payer's amounts. */
    public void accepted(Instant at) {
        move(ClaimState.SETTLED);
        this.settledAt = at;
    }

    /** Two persons decided that it is taken back; the payer is still to be told. */
    public void reversing() {
        move(ClaimState.REVERSING);
        this.note = "";
    }

    public void reversalWaits(String why) {
        this.note = why;
    }

    public void reversed() {
        move(ClaimState.REVERSED);
        this.note = "";
    }

    /** The payer did not take it back: the claim stands as before. */
    public void reversalRefused(ClaimState before, String why) {
        move(before);
        this.note = why;
    }

    private void move(ClaimState next) {
        if (!state.leadsTo(next)) {
            throw new IllegalStateException("claim " + identifier + ": no way from " + state + " to " + next);
        }
        this.state = next;
    }

    /** Whether the payer never heard of it: a self-paying settlement has nothing to send. */
    public boolean isWithoutPayer() {
        return content.length == 0;
    }

    public Long id() {
        return id;
    }

    public Long visitId() {
        return visitId;
    }

    public String identifier() {
        return identifier;
    }

    public ClaimState state() {
        return state;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public String createdBy() {
        return createdBy;
    }

    public byte[] content() {
        return content;
    }

    public Optional<Instant> sentAt() {
        return Optional.ofNullable(sentAt);
    }

    public Optional<Instant> settledAt() {
        return Optional.ofNullable(settledAt);
    }

    public Optional<String> payerReference() {
        return Optional.ofNullable(payerReference);
    }

    public String note() {
        return note;
    }

    public List<String> differences() {
        return differences.isBlank() ? List.of() : List.of(differences.split("\n"));
    }

    /** What this visit adds to the year's serious-illness burden by our estimate, in yuan. */
    public Money burdenCounted() {
        return burdenCounted;
    }

    public Map<SettlementField, Money> estimate() {
        return amounts(estimate);
    }

    public Map<SettlementField, Money> answer() {
        return amounts(answer);
    }

    private static Map<SettlementField, Money> amounts(Map<SettlementField, BigDecimal> stored) {
        Map<SettlementField, Money> amounts = new EnumMap<>(SettlementField.class);
        stored.forEach((field, yuan) -> amounts.put(field, new Money(yuan)));
        return amounts;
    }
}
