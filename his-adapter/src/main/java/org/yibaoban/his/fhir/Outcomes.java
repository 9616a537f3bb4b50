package org.yibaoban.his.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import ca.uhn.fhir.rest.server.exceptions.BaseServerResponseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueSeverity;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.yibaoban.fhir.mapping.MappingFault;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.his.MustWait;

/** Whatever goes wrong as a fault with a status, in both languages; only what nobody expected is a 500. */
public final class Outcomes {

    /** The element that HAPI's parser names; its message also quotes values, which are not passed on. */
    private static final Pattern ELEMENT = Pattern.compile("element(?:=| )[\"'\\[]?([A-Za-z][A-Za-z0-9.\\[\\]:]*)");

    private Outcomes() {}

    public static FhirFault fault(Throwable failure) {
        if (failure instanceof FhirFault fault) {
            return fault;
        }
        if (failure instanceof OfficeRefused refused) {
            return refused(refused);
        }
        if (failure instanceof MustWait early) {
            return new FhirFault(
                    409,
                    IssueType.NOTFOUND,
                    "",
                    "所依据的内容尚未到达，请稍后重发：" + early.getMessage(),
                    "what this needs is not here yet, send it again later: " + early.getMessage());
        }
        if (failure instanceof MappingFault wrong) {
            return FhirFault.element(wrong.element(), "内容错误", wrong.getMessage());
        }
        if (failure instanceof DataFormatException || failure.getCause() instanceof DataFormatException) {
            return unreadable(failure instanceof DataFormatException ? failure : failure.getCause());
        }
        if (failure instanceof BaseServerResponseException served && served.getStatusCode() < 500) {
            return new FhirFault(
                    served.getStatusCode(),
                    type(served.getStatusCode()),
                    "",
                    chinese(served.getStatusCode()),
                    plain(served));
        }
        return new FhirFault(
                500, IssueType.EXCEPTION, "", "系统内部错误，请向医保办提供事件编号", "internal error; quote the incident id");
    }

    private static FhirFault refused(OfficeRefused refused) {
        String chinese = refused.reason().code() + " " + refused.reason().chinese() + "（" + refused.subject() + "）";
        return switch (refused.reason()) {
            case VISIT_UNKNOWN -> new FhirFault(404, IssueType.NOTFOUND, "", chinese, refused.getMessage());
            case NOT_ALLOWED -> new FhirFault(403, IssueType.FORBIDDEN, "", chinese, refused.getMessage());
            case BAD_REQUEST -> new FhirFault(400, IssueType.INVALID, "", chinese, refused.getMessage());
            case CHARGE_CHANGED -> new FhirFault(409, IssueType.DUPLICATE, "", chinese, refused.getMessage());
            default -> new FhirFault(422, IssueType.BUSINESSRULE, "", chinese, refused.getMessage());
        };
    }

    private static FhirFault unreadable(Throwable failure) {
        Matcher element = ELEMENT.matcher(String.valueOf(failure.getMessage()));
        String where = element.find() ? element.group(1) : "";
        return new FhirFault(
                400,
                IssueType.STRUCTURE,
                where,
                "不是有效的 FHIR R4" + (where.isEmpty() ? "" : "：" + where),
                "no valid FHIR R4" + (where.isEmpty() ? "" : ": " + where));
    }

    private static IssueType type(int status) {
        return switch (status) {
            case 404, 410 -> IssueType.NOTFOUND;
            case 405 -> IssueType.NOTSUPPORTED;
            case 412, 409 -> IssueType.CONFLICT;
            case 413 -> IssueType.TOOLONG;
            default -> IssueType.INVALID;
        };
    }

    private static String chinese(int status) {
        return switch (status) {
            case 404, 410 -> "没有该资源或地址";
            case 405 -> "不支持该操作";
            case 412 -> "条件不满足";
            case 413 -> "内容过大";
            default -> "请求内容错误";
        };
    }

    private static String plain(Throwable failure) {
        return String.valueOf(failure.getMessage()).replaceFirst("^HAPI-\\d+: ", "");
    }

    /** An answer stored before is given again as it was. */
    public static OperationOutcome outcome(Throwable failure, FhirFault fault, String incident) {
        if (failure instanceof Repeated repeated) {
            return repeated.outcome();
        }
        OperationOutcome outcome = new OperationOutcome();
        OperationOutcome.OperationOutcomeIssueComponent issue = outcome.addIssue()
                .setSeverity(fault.status() >= 500 ? IssueSeverity.FATAL : IssueSeverity.ERROR)
                .setCode(fault.type())
                .setDiagnostics("incident " + incident);
        issue.getDetails().setText(fault.chinese() + " / " + fault.english());
        fault.expression().ifPresent(issue::addExpression);
        return outcome;
    }
}
