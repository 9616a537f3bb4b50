package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.Operation;
import ca.uhn.fhir.rest.annotation.OperationParam;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.exceptions.InvalidRequestException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Map;
import java.util.function.Supplier;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.PaymentReconciliation;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.settlement.reconciliation.Period;

/** {@code GET PaymentReconciliation/$statement?hospital=&from=&to=&lines=}: what the books hold of a period. */
public final class PaymentReconciliationProvider implements IResourceProvider {
    private final SandboxStatements statements;
    private final Supplier<Map<String, StatementFault>> faults;
    private final Door door;

    /** @param faults how statements are wrong now, by the claim */
    PaymentReconciliationProvider(
            SandboxStatements statements, Supplier<Map<String, StatementFault>> faults, Door door) {
        this.statements = statements;
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
        if (hospital == null || !Canonical.HOSPITAL.equals(hospital.getSystem())) {
            throw new InvalidRequestException("hospital: " + Canonical.HOSPITAL + "|<value> is expected");
        }
        Period period = period(from, to);
        boolean withLines = lines != null && lines.booleanValue();
        return door.guard(() -> FhirJson.parse(
                PaymentReconciliation.class,
                statements.statement(hospital.getValue(), period, withLines, faults.get())));
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
