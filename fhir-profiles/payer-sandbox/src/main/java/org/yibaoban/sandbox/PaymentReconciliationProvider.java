package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import ca.uhn.fhir.rest.server.exceptions.ResourceNotFoundException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.settlement.reconciliation.Period;

/**
 * {@code GET PaymentReconciliation/$statement?hospital=&from=&to=&lines=}: what the books hold of a period; {@code
 * $clearing?hospital=&month=}: what is paid for all that is booked up to the end of a month and not paid yet.
 */
public final class PaymentReconciliationProvider implements IResourceProvider {
    private final SandboxStatements statements;
    private final SandboxClearings clearings;
    private final Supplier<Map<String, StatementFault>> faults;
    private final Door door;

    /** @param faults how statements are wrong now, by the claim */
    PaymentReconciliationProvider(
            SandboxStatements statements,
            SandboxClearings clearings,
            Supplier<Map<String, StatementFault>> faults,
            Door door) {
        this.statements = statements;
        this.clearings = clearings;
        this.faults = faults;
        this.door = door;
    }

    @Override
    public Class<PaymentReconciliation> getResourceType() {
        return PaymentReconciliation.class;
    }

    /** @param lines whether the lines are wanted or the sums alone */
    @Operation(name = "$statement", idempotent = true)
    public PaymentReconciliation statement(
            @OperationParam(name = "hospital") TokenParam hospital,
            @OperationParam(name = "from") DateType from,
            @OperationParam(name = "to") DateType to,
            @OperationParam(name = "lines") BooleanType lines) {
        requireHospital(hospital);
        Period period = period(from, to);
        boolean withLines = lines != null && lines.booleanValue();
        return door.guard(() -> FhirJson.parse(
                PaymentReconciliation.class,
                statements.statement(hospital.getValue(), period, withLines, faults.get())));
    }

    /** @param month as 2026-11 */
    @Operation(name = "$clearing", idempotent = true)
    public PaymentReconciliation clearing(
            @OperationParam(name = "hospital") TokenParam hospital, @OperationParam(name = "month") StringType month) {
        requireHospital(hospital);
        YearMonth wanted = month(month);
        return door.guard(() -> FhirJson.parse(
                PaymentReconciliation.class,
                clearings
                        .clearing(hospital.getValue(), wanted, faults.get())
                        .orElseThrow(() -> new ResourceNotFoundException("nothing is to be paid up to " + wanted))));
    }

    private static void requireHospital(TokenParam hospital) {
        if (hospital == null || !Canonical.HOSPITAL.equals(hospital.getSystem())) {
            throw new InvalidRequestException("hospital: " + Canonical.HOSPITAL + "|<value> is expected");
        }
    }

    private static YearMonth month(StringType month) {
        try {
            return YearMonth.parse(month == null ? "" : month.getValue());
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException("month: a month is expected, as 2026-11");
        }
    }

    private static Period period(DateType from, DateType to) {
        if (from == null || to == null) {
            throw new InvalidRequestException("from and to: days are expected");
        }
        try {
            return new Period(LocalDate.parse(from.getValueAsString()), LocalDate.parse(to.getValueAsString()));
        } catch (DateTimeParseException e) {
            throw new InvalidRequestException("from and to: days are expected");
        } catch (IllegalArgumentException e) {
            throw new InvalidRequestException("from and to: " + e.getMessage());
        }
    }
}
