package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.membership.YearChange;
import org.yibaoban.membership.YearToDate;

/** Where a person's year stands: the sum of its entries. Changed only while its row is locked. */
@Entity
@Table(name = "person_year")
public class PersonYearRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    @Column(name = "member_number")
    private String memberNumber;

    @Enumerated(EnumType.STRING)
    @Column(name = "insurance_type")
    private InsuranceType insuranceType;

    private int year;

    @Column(name = "reported_at")
    private Instant reportedAt;

    @Embedded
    private YearColumns sum = new YearColumns(YearChange.NONE);

    protected PersonYearRow() {}

    PersonYearRow(String memberNumber, InsuranceType insuranceType, int year) {
        this.memberNumber = memberNumber;
        this.insuranceType = insuranceType;
        this.year = year;
    }

    void move(YearChange change) {
        this.sum = new YearColumns(sum.change().plus(change));
    }

    void reported(Instant at) {
        this.reportedAt = at;
    }

    Long id() {
        return id;
    }

    YearChange sum() {
        return sum.change();
    }

    public YearToDate standing() {
        return sum.change().standing();
    }

    /** When the payer last reported this year. */
    public Optional<Instant> reportedAt() {
        return Optional.ofNullable(reportedAt);
    }
}
