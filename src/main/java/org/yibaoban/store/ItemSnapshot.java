package org.yibaoban.store;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.Optional;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.quota.indicator.LargeEquipment;

/** The catalogue's word on an item on the day it was charged; a later version of the catalogue changes no line. */
@Embeddable
public class ItemSnapshot {

    @Column(name = "item_code")
    private String code;

    @Column(name = "national_code")
    private String nationalCode;

    private String name;
    private String unit;

    @Enumerated(EnumType.STRING)
    @Column(name = "charge_type")
    private ChargeType chargeType;

    @Enumerated(EnumType.STRING)
    @Column(name = "item_class")
    private ItemClass itemClass;

    @Column(name = "pre_self_pay_rate")
    private BigDecimal preSelfPayRate;

    /** Where it is another one for who is insured as a resident. */
    @Column(name = "resident_pre_self_pay_rate")
    private BigDecimal residentRate;

    @Column(name = "unit_limit")
    private BigDecimal unitLimit;

    private String restriction;
    private boolean waived;

    @Column(name = "large_equipment")
    private boolean largeEquipment;

    protected ItemSnapshot() {}

    public ItemSnapshot(CatalogueItem item) {
        this.code = item.hospitalCode();
        this.nationalCode = item.nationalCode().orElse(null);
        this.name = item.name();
        this.unit = item.unit();
        this.chargeType = item.chargeType();
        this.itemClass = item.itemClass();
        this.preSelfPayRate = item.preSelfPayRate().map(Rate::share).orElse(null);
        this.residentRate = item.residentRate().map(Rate::share).orElse(null);
        this.unitLimit = item.priceLimit().map(Money::yuan).orElse(null);
        this.restriction = item.restriction().orElse(null);
        this.waived = item.waived();
    }

    /** An item that the catalogue does not know: outside the catalogue until it is mapped. */
    public static ItemSnapshot unknown(String code, String name) {
        ItemSnapshot snapshot = new ItemSnapshot();
        snapshot.code = code;
        snapshot.name = name.isBlank() ? code : name;
        snapshot.unit = "";
        snapshot.chargeType = ChargeType.OTHER;
        snapshot.itemClass = ItemClass.C;
        return snapshot;
    }

    /** An embedded part belongs to one row; a reversal carries its own copy. */
    ItemSnapshot copy() {
        ItemSnapshot copy = new ItemSnapshot();
        copy.code = code;
        copy.nationalCode = nationalCode;
        copy.name = name;
        copy.unit = unit;
        copy.chargeType = chargeType;
        copy.itemClass = itemClass;
        copy.preSelfPayRate = preSelfPayRate;
        copy.residentRate = residentRate;
        copy.unitLimit = unitLimit;
        copy.restriction = restriction;
        copy.waived = waived;
        copy.largeEquipment = largeEquipment;
        return copy;
    }

    void mark(LargeEquipment large) {
        this.largeEquipment = large.includes(code);
    }

    void markLike(ItemSnapshot other) {
        this.largeEquipment = other.largeEquipment;
    }

    /** @param insurance of the stay, which the first share goes by; empty while it is not known */
    public BenefitLine benefitLine(BigDecimal quantity, Money amount, Optional<InsuranceType> insurance) {
        return new BenefitLine(amount, itemClass, firstShare(insurance), quantity, unitLimit(), waived);
    }

    /** Class B: what a patient of this insurance pays first; the general share while the insurance is not known. */
    public Optional<Rate> firstShare(Optional<InsuranceType> insurance) {
        return insurance
                .filter(type -> type == InsuranceType.RESIDENT && residentRate != null)
                .map(resident -> new Rate(residentRate))
                .or(this::preSelfPayRate);
    }

    /**
     * As the consent rules see it; the specification was not kept.
     *
     * @param insurance of the stay, which the first share goes by; empty while it is not known
     */
    public ConsentItem consentItem(Optional<InsuranceType> insurance) {
        return new ConsentItem(
                code,
                nationalCode(),
                name,
                "",
                unit,
                chargeType,
                itemClass,
                firstShare(insurance),
                unitLimit(),
                restriction());
    }

    /** As the audit asks for it. */
    public AuditedLine.Item audited() {
        return new AuditedLine.Item(code, nationalCode(), name, chargeType, itemClass);
    }

    public boolean isSelfPaid() {
        return itemClass == ItemClass.C;
    }

    public String code() {
        return code;
    }

    public Optional<String> nationalCode() {
        return Optional.ofNullable(nationalCode);
    }

    public String name() {
        return name;
    }

    public String unit() {
        return unit;
    }

    public ChargeType chargeType() {
        return chargeType;
    }

    public ItemClass itemClass() {
        return itemClass;
    }

    public Optional<Rate> preSelfPayRate() {
        return Optional.ofNullable(preSelfPayRate).map(Rate::new);
    }

    public Optional<BigDecimal> unitLimit() {
        return Optional.ofNullable(unitLimit);
    }

    public Optional<String> restriction() {
        return Optional.ofNullable(restriction);
    }

    public boolean waived() {
        return waived;
    }

    public boolean largeEquipment() {
        return largeEquipment;
    }
}
