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
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Membership;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.quota.payment.FixedPrice;
import org.yibaoban.settlement.ClaimState;
import org.yibaoban.settlement.StayPart;
import org.yibaoban.visit.Diagnosis;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitStatus;
import org.yibaoban.visit.VisitType;

/** A visit with the running sums of its ledger. Changed only while its row is locked. */
@Entity
@Table(name = "visit")
public class VisitRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private String number;

    @ManyToOne
    @JoinColumn(name = "patient_id")
    private PatientRow patient;

    @Enumerated(EnumType.STRING)
    private VisitType type;

    @Enumerated(EnumType.STRING)
    private VisitStatus status = VisitStatus.ADMITTED;

    private String department;
    private String ward;
    private String bed;
    private String doctor;

    @Column(name = "admitted_at")
    private LocalDateTime admittedAt;

    @Column(name = "discharged_at")
    private LocalDateTime dischargedAt;

    @Column(name = "ended_by_claim")
    private boolean endedByClaim;

    private String disease;

    @Column(name = "identity_fault")
    private boolean identityFault;

    @Enumerated(EnumType.STRING)
    @Column(name = "membership_state")
    private MembershipState membershipState = MembershipState.NOT_ASKED;

    @Column(name = "membership_note")
    private String membershipNote = "";

    @OneToOne(fetch = FetchType.EAGER)
    @JoinColumn(name = "id", referencedColumnName = "visit_id", insertable = false, updatable = false)
    private MembershipRow membership;

    @Column(name = "reopened_after_claim")
    private boolean reopenedAfterClaim;

    @Enumerated(EnumType.STRING)
    @Column(name = "claim_state")
    private ClaimState claimState;

    @Embedded
    private StaySums sums = new StaySums();

    @Embedded
    private ToldTimes told;

    @Column(name = "case_group")
    private String caseGroup;

    @Enumerated(EnumType.STRING)
    @Column(name = "case_group_source")
    private CaseGroup.Source caseGroupSource;

    @Column(name = "claimed_patient_number")
    private String claimedPatient;

    @Column(name = "flags_told")
    private String flagsTold = "";

    @Column(name = "claimed_visit_number")
    private String claimedNumber;

    @Embedded
    private OpenPoints open = new OpenPoints();

    @Embedded
    private SettledParts parts = new SettledParts();

    @Embedded
    private FixedPriceColumns fixedPrice;

    @ElementCollection
    @CollectionTable(name = "visit_diagnosis", joinColumns = @JoinColumn(name = "visit_id"))
    @OrderColumn(name = "rank")
    private List<DiagnosisPart> diagnoses = new ArrayList<>();

    /** Set by the database with every change. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    private Instant changedAt;

    protected VisitRow() {}

    public VisitRow(
            VisitNumber number,
            PatientRow patient,
            VisitType type,
            Location location,
            String doctor,
            LocalDateTime at) {
        this.number = number.value();
        this.patient = patient;
        this.type = type;
        this.admittedAt = at;
        lieIn(location, doctor);
    }

    public final void lieIn(Location location, String doctor) {
        this.department = location.department();
        this.ward = location.ward();
        this.bed = location.bed();
        this.doctor = doctor;
    }

    void number(VisitNumber number) {
        this.number = number.value();
    }

    /** Another patient's from now on, because two were one or the visit was given to the wrong one. */
    public void belongsTo(PatientRow patient) {
        this.patient = patient;
    }

    /** What was claimed stays under the identifiers that it was claimed with, the first ones where they change twice. */
    public void claimedUnder(String patientNumber, VisitNumber visitNumber) {
        if (claimedPatient == null) {
            this.claimedPatient = patientNumber;
            this.claimedNumber = visitNumber.value();
        }
    }

    public ToldTimes told() {
        told = told == null ? new ToldTimes() : told;
        return told;
    }

    public void planned() {
        this.status = VisitStatus.PLANNED;
    }

    /** Of this kind from now on; a patient who was expected has come. */
    public void reclassified(VisitType type) {
        this.type = type;
        if (status == VisitStatus.PLANNED) {
            this.status = VisitStatus.ADMITTED;
        }
    }

    public void treatedBy(String doctor) {
        this.doctor = doctor;
    }

    public void admittedAt(LocalDateTime at) {
        this.admittedAt = at;
    }

    public void diagnosed(List<Diagnosis> found) {
        if (!found.isEmpty() && !found.equals(diagnoses())) {
            diagnoses.clear();
            found.forEach(diagnosis -> diagnoses.add(new DiagnosisPart(diagnosis)));
        }
    }

    /** The HIS put the stay into a case-based group; the payer's word is not overruled by it. */
    public void groupedByHis(String group) {
        if (caseGroupSource != CaseGroup.Source.PAYER) {
            this.caseGroup = group;
            this.caseGroupSource = CaseGroup.Source.HIS;
        }
    }

    /** The payer put the stay into a case-based group. */
    public void groupedByPayer(String group) {
        this.caseGroup = group;
        this.caseGroupSource = CaseGroup.Source.PAYER;
    }

    /** As the payer or the HIS told it. */
    public Optional<CaseGroup> caseGroup() {
        return Optional.ofNullable(caseGroup).map(code -> new CaseGroup(code, caseGroupSource));
    }

    public void discharge(LocalDateTime at) {
        this.status = VisitStatus.DISCHARGED;
        this.dischargedAt = at;
        this.endedByClaim = false;
    }

    /** It is claimed for: an outpatient visit whose end nobody told ends with the last of its charges. */
    public void endsWithClaim(Optional<LocalDateTime> lastCharge) {
        if (type == VisitType.OUTPATIENT && (status == VisitStatus.ADMITTED || endedByClaim)) {
            discharge(lastCharge.filter(admittedAt::isBefore).orElse(admittedAt));
            this.endedByClaim = true;
        }
    }

    /** The chronic or special disease that the visit is for, opsp_dise_code; whether a registration holds is another matter. */
    public Optional<String> disease() {
        return Optional.ofNullable(disease);
    }

    public void isFor(Optional<String> registeredDisease) {
        this.disease = registeredDisease.orElse(null);
    }

    /** Its end is not the HIS's word but its last charge when it was claimed for. */
    public boolean endedByClaim() {
        return endedByClaim;
    }

    public void reopen(boolean afterClaim) {
        if (!afterClaim && claimState == ClaimState.SETTLED) {
            // all of it was settled in parts: what comes now is settled next
            this.claimState = null;
        }
        this.status = VisitStatus.ADMITTED;
        this.dischargedAt = null;
        this.endedByClaim = false;
        this.reopenedAfterClaim |= afterClaim;
    }

    /** Its claim is taken back: it may be charged, discharged and claimed for again. */
    public void claimReversed(ClaimRow claim) {
        claimMoved(claim);
        this.reopenedAfterClaim = false;
    }

    public void cancel() {
        this.status = VisitStatus.CANCELLED;
    }

    public void identityFault(boolean fault) {
        this.identityFault = fault;
    }

    public void membershipState(MembershipState state, String note) {
        this.membershipState = state;
        this.membershipNote = note;
    }

    void memberOf(MembershipRow row) {
        this.membership = row;
    }

    public void claimState(ClaimState state) {
        this.claimState = state;
    }

    /** Its claim moved. A settled part of a stay that goes on leaves the visit free for the next one. */
    public void claimMoved(ClaimRow claim) {
        this.claimState = claim.state();
        claim.part().filter(StayPart::midStay).ifPresent(part -> {
            parts.follow(claim, part);
            if (claim.state() == ClaimState.SETTLED) {
                this.claimState = null;
            }
        });
    }

    /** The fixed price of its disease that the office chose to settle it at. */
    public Optional<FixedPrice> fixedPrice() {
        return Optional.ofNullable(fixedPrice).flatMap(FixedPriceColumns::chosen);
    }

    void fixedPrice(Optional<FixedPrice> chosen) {
        this.fixedPrice = chosen.map(FixedPriceColumns::new).orElseGet(FixedPriceColumns::new);
    }

    /** What of the stay is settled while it goes on. */
    public SettledParts parts() {
        return parts;
    }

    /** Whether anything of it stands at the payer, or on its way there. */
    public boolean isClaimed() {
        return isUnderClaim() || parts.count() > 0;
    }

    /** Whether a claim stands that is not a settled part of a stay that goes on. */
    public boolean isUnderClaim() {
        return claimState != null && claimState.holdsVisit();
    }

    /** Whether a claim stands that nothing may be added to: not while the stay goes on and is settled in parts. */
    public boolean isClosedByClaim() {
        return isUnderClaim() && parts.underWay().isEmpty();
    }

    /** Adds one ledger line, charge or reversal, to the running sums. */
    public void post(ChargeLineRow line) {
        sums.post(line);
    }

    /** What the receivers were told last of the flags. */
    public String flagsTold() {
        return flagsTold;
    }

    public void flagsTold(String words) {
        this.flagsTold = words;
    }

    /** What is still open about the stay. */
    public OpenPoints open() {
        return open;
    }

    public Long id() {
        return id;
    }

    public VisitNumber number() {
        return new VisitNumber(number);
    }

    public PatientRow patient() {
        return patient;
    }

    public VisitType type() {
        return type;
    }

    public VisitStatus status() {
        return status;
    }

    public Location location() {
        return new Location(department, ward, bed);
    }

    public String doctor() {
        return doctor;
    }

    public LocalDateTime admittedAt() {
        return admittedAt;
    }

    public Optional<LocalDateTime> dischargedAt() {
        return Optional.ofNullable(dischargedAt);
    }

    public boolean identityFault() {
        return identityFault;
    }

    public MembershipState membershipState() {
        return membershipState;
    }

    public String membershipNote() {
        return membershipNote;
    }

    /** What it is settled under; empty until the payer has said it. */
    public Optional<InsuranceType> insurance() {
        return membership().map(Membership::insuranceType);
    }

    public Optional<Membership> membership() {
        return Optional.ofNullable(membership).map(MembershipRow::membership);
    }

    /** Patient and visit number that the claim was made under, where one of them changed after it. */
    public Optional<String> claimedUnder() {
        return Optional.ofNullable(claimedPatient).map(patient -> patient + " / " + claimedNumber);
    }

    public boolean reopenedAfterClaim() {
        return reopenedAfterClaim;
    }

    public Optional<ClaimState> claimState() {
        return Optional.ofNullable(claimState);
    }

    public Money charges() {
        return sums.charges();
    }

    public Money selfPaid() {
        return sums.selfPaid();
    }

    public Money restricted() {
        return sums.restricted();
    }

    public Money unmapped() {
        return sums.unmapped();
    }

    public int lineCount() {
        return sums.lineCount();
    }

    public Instant changedAt() {
        return changedAt;
    }

    public List<Diagnosis> diagnoses() {
        return diagnoses.stream().map(DiagnosisPart::diagnosis).toList();
    }
}
