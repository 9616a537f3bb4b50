package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Membership;
import org.yibaoban.membership.Standing;
import org.yibaoban.membership.YearChange;
import org.yibaoban.money.Money;

/** A visit's membership as the payer verified it last. */
@Entity
@Table(name = "membership")
public class MembershipRow {

    @Id
    @Column(name = "visit_id")
    private Long visitId;

    @Column(name = "member_number")
    private String memberNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "insurance_type")
    private InsuranceType insuranceType;

    @Column(name = "plan_id")
    private String planId;

    @Enumerated(EnumType.STRING)
    private MemberCategory category;

    private boolean poor;

    @Column(name = "civil_servant")
    private boolean civilServant;

    @Enumerated(EnumType.STRING)
    private Standing standing;

    @Column(name = "account_balance")
    private Money accountBalance;

    @Column(name = "verified_on")
    private LocalDate verifiedOn;

    @Embedded
    private YearColumns year;

    /** Set by the database with every change. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    private Instant changedAt;

    protected MembershipRow() {}

    MembershipRow(Long visitId, Membership membership) {
        this.visitId = visitId;
        takeOver(membership);
    }

    final void takeOver(Membership membership) {
        Member member = membership.member();
        this.memberNumber = membership.memberNumber();
        this.insuranceType = membership.insuranceType();
        this.planId = membership.planId();
        this.category = member.category();
        this.poor = member.poor();
        this.civilServant = member.civilServant();
        this.standing = member.standing();
        this.accountBalance = member.accountBalance();
        this.verifiedOn = membership.verifiedOn();
        this.year = new YearColumns(YearChange.of(membership.yearToDate()));
    }

    public Membership membership() {
        return new Membership(
                memberNumber,
                insuranceType,
                planId,
                new Member(category, poor, civilServant, accountBalance, standing),
                year.change().standing(),
                verifiedOn);
    }

    public Instant changedAt() {
        return changedAt;
    }

    public String planId() {
        return planId;
    }

    public Standing standing() {
        return standing;
    }
}
