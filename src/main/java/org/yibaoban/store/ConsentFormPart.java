package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.money.Rate;

/** The content of a form with the hash that is printed on it. */
@Embeddable
public class ConsentFormPart {

    private String number;

    @Column(name = "item_code")
    private String itemCode;

    @Column(name = "national_code")
    private String nationalCode;

    private String name;
    private String specification;
    private String unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "charge_type")
    private ChargeType chargeType;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_class")
    private ItemClass itemClass;

    @Column(name = "first_share")
    private BigDecimal firstShare;

    @Column(name = "unit_limit")
    private BigDecimal unitLimit;

    private String restriction;

    @Column(name = "patient_name")
    private String patientName;

    private BigDecimal quantity;

    @Column(name = "unit_price")
    private BigDecimal unitPrice;

    private String reasons;
    private String necessity;
    private String alternative;
    private String doctor;

    @Column(name = "prepared_at")
    private LocalDateTime preparedAt;

    @Column(name = "used_since")
    private LocalDateTime usedSince;

    private String sha256;

    protected ConsentFormPart() {}

    ConsentFormPart(ConsentForm form) {
        ConsentItem item = form.item();
        this.number = form.number();
        this.itemCode = item.code();
        this.nationalCode = item.nationalCode().orElse(null);
        this.name = item.name();
        this.specification = item.specification();
        this.unit = item.unit();
        this.chargeType = item.chargeType();
        this.itemClass = item.itemClass();
        this.firstShare = item.firstShare().map(Rate::share).orElse(null);
        this.unitLimit = item.unitLimit().orElse(null);
        this.restriction = item.restriction().orElse(null);
        this.patientName = form.patientName();
        this.quantity = form.quantity();
        this.unitPrice = form.unitPrice();
        this.reasons =
                form.reasons().stream().map(ConsentReason::name).collect(Collectors.toCollection(TreeSet::new)).stream()
                        .collect(Collectors.joining(","));
        this.necessity = form.necessity();
        this.alternative = form.alternative();
        this.doctor = form.doctor();
        this.preparedAt = form.preparedAt();
        this.usedSince = form.usedSince().orElse(null);
        this.sha256 = form.sha256();
    }

    String itemCode() {
        return itemCode;
    }

    ConsentForm form(VisitRow visit) {
        return new ConsentForm(
                number,
                visit.number(),
                visit.patient().details().number(),
                patientName,
                item(),
                quantity,
                unitPrice,
                reasons(),
                necessity,
                alternative,
                doctor,
                preparedAt,
                Optional.ofNullable(usedSince));
    }

    private ConsentItem item() {
        return new ConsentItem(
                itemCode,
                Optional.ofNullable(nationalCode),
                name,
                specification,
                unit,
                chargeType,
                itemClass,
                Optional.ofNullable(firstShare).map(Rate::new),
                Optional.ofNullable(unitLimit),
                Optional.ofNullable(restriction));
    }

    private Set<ConsentReason> reasons() {
        return Arrays.stream(reasons.split(",")).map(ConsentReason::valueOf).collect(Collectors.toSet());
    }
}
