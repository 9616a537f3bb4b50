package org.yibaoban.fhir.mapping;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.Claim;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Coverage;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.Extension;
import org.hl7.fhir.r4.model.Money;
import org.hl7.fhir.r4.model.Period;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.benefit.BenefitLine;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.money.Rate;
import org.yibaoban.visit.VisitNumber;
import org.yibaoban.visit.VisitType;

/** Claim to {@link ReceivedClaim}: the payer's side of {@link ClaimMapping}. */
public final class ClaimReading {
    private final Parties parties;

    public ClaimReading(Parties parties) {
        this.parties = parties;
    }

    /** @throws MappingFault when something is missing or has a value that the profile does not know */
    public ReceivedClaim read(Claim claim) {
        if (claim.getStatus() != Claim.ClaimStatus.ACTIVE) {
            throw new MappingFault("Claim.status", "active is expected, got " + claim.getStatus());
        }
        if (claim.getUse() != Claim.Use.CLAIM) {
            throw new MappingFault("Claim.use", "claim is expected, got " + claim.getUse());
        }
        if (claim.getItem().isEmpty()) {
            throw new MappingFault("Claim.item", "a claim has at least one item");
        }
        Coverage coverage = Elements.contained("Claim.contained", claim.getContained(), Coverage.class);
        Claim.SupportingInformationComponent stay = information(claim, "stay");
        if (!stay.hasTimingPeriod()) {
            throw new MappingFault("Claim.supportingInfo(stay)", "a period is expected");
        }
        Period period = stay.getTimingPeriod();
        return new ReceivedClaim(
                Elements.requiredIdentifier("Claim.identifier", claim.getIdentifier(), Canonical.CLAIM),
                Elements.requiredIdentifier(
                        "Claim.provider", List.of(claim.getProvider().getIdentifier()), Canonical.HOSPITAL),
                visit(claim),
                visitType(claim),
                disease(claim),
                hospitalLevel(claim),
                PersonMapping.memberNumber(coverage),
                PersonMapping.insuranceType(coverage),
                PersonMapping.planId(coverage),
                Elements.localTime("Claim.supportingInfo(stay).start", period.getStartElement(), parties.zone()),
                Elements.localTime("Claim.supportingInfo(stay).end", period.getEndElement(), parties.zone()),
                principalDiagnosis(claim),
                claim.getItem().stream().map(ClaimReading::line).toList(),
                Elements.amount("Claim.total", claim.getTotal()),
                declared(claim),
                StayPartMapping.read(claim.getExtension()),
                chargeIds(claim),
                Elements.extension("Claim", claim.getExtension(), "fixed-price", Money.class)
                        .map(price -> Elements.amount("Claim.extension(fixed-price)", price)));
    }

    private static Set<String> chargeIds(Claim claim) {
        return claim.getItem().stream()
                .flatMap(item ->
                        Elements.extension("Claim.item", item.getExtension(), "charge-id", StringType.class).stream())
                .map(StringType::getValue)
                .collect(Collectors.toSet());
    }

    /** The first one, which the profile has the principal one be. */
    private static Optional<String> principalDiagnosis(Claim claim) {
        return claim.getDiagnosis().stream()
                .min(Comparator.comparingInt(Claim.DiagnosisComponent::getSequence))
                .filter(Claim.DiagnosisComponent::hasDiagnosisCodeableConcept)
                .flatMap(first -> Elements.code(first.getDiagnosisCodeableConcept(), Canonical.DIAGNOSIS));
    }

    private static Claim.SupportingInformationComponent information(Claim claim, String kind) {
        List<Claim.SupportingInformationComponent> found = claim.getSupportingInfo().stream()
                .filter(info -> Elements.code(info.getCategory(), Canonical.CLAIM_INFORMATION)
                        .equals(Optional.of(kind)))
                .toList();
        if (found.size() != 1) {
            throw new MappingFault("Claim.supportingInfo(" + kind + ")", "exactly one is expected");
        }
        return found.get(0);
    }

    private static VisitNumber visit(Claim claim) {
        Claim.SupportingInformationComponent visit = information(claim, "visit");
        if (!visit.hasValueReference()
                || !visit.getValueReference().getIdentifier().hasValue()) {
            throw new MappingFault("Claim.supportingInfo(visit)", "a visit number is expected");
        }
        try {
            return new VisitNumber(visit.getValueReference().getIdentifier().getValue());
        } catch (IllegalArgumentException e) {
            throw new MappingFault("Claim.supportingInfo(visit)", e.getMessage());
        }
    }

    private static VisitType visitType(Claim claim) {
        if (isForRegisteredDisease(claim)) {
            return VisitType.OUTPATIENT;
        }
        String code = Elements.requiredCode("Claim.subType", claim.getSubType(), Canonical.VISIT_TYPE);
        return Arrays.stream(VisitType.values())
                .filter(type -> type.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MappingFault("Claim.subType", "cannot be settled: " + code));
    }

    private static boolean isForRegisteredDisease(Claim claim) {
        return Elements.code(claim.getSubType(), Canonical.VISIT_TYPE)
                .filter(RegistrationMapping.VISIT_TYPE::equals)
                .isPresent();
    }

    private static Optional<String> disease(Claim claim) {
        return isForRegisteredDisease(claim)
                ? Optional.of(Elements.requiredCode(
                        "Claim.supportingInfo(registered-disease)",
                        information(claim, "registered-disease").getCode(),
                        Canonical.REGISTERED_DISEASE))
                : Optional.empty();
    }

    private static int hospitalLevel(Claim claim) {
        String element = "Claim.supportingInfo(hospital-level)";
        String code = Elements.requiredCode(
                element, information(claim, "hospital-level").getCode(), Canonical.HOSPITAL_LEVEL);
        if (!code.matches("[123]")) {
            throw new MappingFault(element, "1, 2 or 3 is expected, got " + code);
        }
        return Integer.parseInt(code);
    }

    private static BenefitLine line(Claim.ItemComponent item) {
        String element = "Claim.item[" + item.getSequence() + "]";
        String code = Elements.required(
                        element + ".extension(item-class)",
                        Elements.extension(element, item.getExtension(), "item-class", Coding.class))
                .getCode();
        ItemClass itemClass = ItemClass.ofCode(code)
                .orElseThrow(() -> new MappingFault(element + ".extension(item-class)", "unknown: " + code));
        Optional<Rate> rate = Elements.extension(element, item.getExtension(), "pre-self-pay-rate", DecimalType.class)
                .map(value -> rate(element, value.getValue()));
        if (itemClass == ItemClass.B && rate.isEmpty()) {
            throw new MappingFault(element, "class B without its first self-paid share");
        }
        if (!item.getQuantity().hasValue()) {
            throw new MappingFault(element + ".quantity", "is missing");
        }
        return new BenefitLine(
                Elements.amount(element + ".net", item.getNet()),
                itemClass,
                rate,
                item.getQuantity().getValue(),
                Elements.extension(element, item.getExtension(), "unit-limit", Money.class)
                        .map(limit -> Elements.exactAmount(element + ".extension(unit-limit)", limit)),
                Elements.extension(element, item.getExtension(), "waived", BooleanType.class)
                        .map(BooleanType::booleanValue)
                        .orElse(false));
    }

    private static Rate rate(String element, BigDecimal share) {
        try {
            return new Rate(share);
        } catch (IllegalArgumentException e) {
            throw new MappingFault(element + ".extension(pre-self-pay-rate)", e.getMessage());
        }
    }

    private static Map<SettlementField, org.yibaoban.money.Money> declared(Claim claim) {
        Map<SettlementField, org.yibaoban.money.Money> declared = new EnumMap<>(SettlementField.class);
        for (Extension extension : claim.getExtensionsByUrl(Canonical.structure("declared-amount"))) {
            String key = extension.getExtensionByUrl("field") != null
                            && extension.getExtensionByUrl("field").getValue() instanceof Coding coding
                    ? coding.getCode()
                    : "";
            SettlementField field = SettlementField.ofKey(key)
                    .filter(ClaimMapping.DECLARED::contains)
                    .orElseThrow(() -> new MappingFault("Claim.extension(declared-amount)", "unknown field " + key));
            if (!(extension.getExtensionByUrl("amount") != null
                    && extension.getExtensionByUrl("amount").getValue() instanceof Money money)) {
                throw new MappingFault("Claim.extension(declared-amount)", key + " has no amount");
            }
            declared.put(field, Elements.amount("Claim.extension(declared-amount)", money));
        }
        if (declared.size() != ClaimMapping.DECLARED.size()) {
            throw new MappingFault("Claim.extension(declared-amount)", "the four parts of the split are expected");
        }
        return declared;
    }
}
