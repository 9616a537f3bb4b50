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
import java.time.LocalDateTime;
import java.util.Locale;
import java.util.Optional;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;

/** A patient as the HIS last described the person. */
@Entity
@Table(name = "patient")
public class PatientRow {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "row_id")
    private Long id;

    private String number;

    /** As {@link IdentityKeys} stores it. */
    @Column(name = "identity_number")
    private String identityNumber;

    private String name;

    @Enumerated(EnumType.STRING)
    private Sex sex;

    @Column(name = "birth_date")
    private LocalDate birthDate;

    /** Set by the database with every change. */
    @Column(name = "changed_at", insertable = false, updatable = false)
    private Instant changedAt;

    @Column(name = "told_at")
    private LocalDateTime told;

    protected PatientRow() {}

    public PatientRow(PatientDetails details, LocalDateTime told) {
        this.number = details.number().value();
        this.told = told;
        takeOver(details);
    }

    /** Takes over what the HIS says; what an older message says only where nothing is known. */
    public void describe(PatientDetails details, LocalDateTime said) {
        if (told == null || !said.isBefore(told)) {
            told = said;
            takeOver(details);
        } else {
            complete(details);
        }
    }

    /** Takes over only what is not known yet. */
    public void complete(PatientDetails details) {
        identityNumber = identityNumber == null ? identityOf(details).orElse(null) : identityNumber;
        birthDate = birthDate == null ? details.birthDate().orElse(null) : birthDate;
        sex = sex == Sex.UNKNOWN ? details.sex() : sex;
    }

    /** What the HIS leaves out stays as it was. */
    private void takeOver(PatientDetails details) {
        identityOf(details).ifPresent(value -> this.identityNumber = value);
        details.birthDate().ifPresent(value -> this.birthDate = value);
        this.name = details.name().isBlank() && name != null ? name : details.name();
        this.sex = details.sex() == Sex.UNKNOWN && sex != null ? sex : details.sex();
    }

    /** The check character X is typed in either case. */
    private static Optional<String> identityOf(PatientDetails details) {
        return details.identityNumber()
                .map(value -> IdentityKeys.inUse().seal(value.trim().toUpperCase(Locale.ROOT)));
    }

    /** Stores the number under the key that seals now. */
    void sealAnew() {
        identityNumber = IdentityKeys.inUse().seal(IdentityKeys.inUse().open(identityNumber));
    }

    public PatientDetails details() {
        return new PatientDetails(
                new PatientNumber(number),
                Optional.ofNullable(identityNumber).map(IdentityKeys.inUse()::open),
                name,
                sex,
                Optional.ofNullable(birthDate));
    }

    public Instant changedAt() {
        return changedAt;
    }

    public Long id() {
        return id;
    }

    public String number() {
        return number;
    }
}
