package org.yibaoban.his.fhir;

import java.util.Optional;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;

/** Why a request is not carried out, in both languages and without personal data. */
public final class FhirFault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final int status;
    private final IssueType type;
    private final String expression;
    private final String chinese;

    /**
     * A fault.
     *
     * @param status of HTTP
     * @param expression FHIRPath of the element that is wrong, blank where it is none
     */
    public FhirFault(int status, IssueType type, String expression, String chinese, String english) {
        super(english);
        this.status = status;
        this.type = type;
        this.expression = expression;
        this.chinese = chinese;
    }

    /** A parameter of a search or of a condition is wrong. */
    public static FhirFault parameter(String name, String chinese, String english) {
        return new FhirFault(
                400, IssueType.INVALID, "", "参数 " + name + "：" + chinese, "parameter " + name + ": " + english);
    }

    /** An element holds what it must not. */
    public static FhirFault element(String expression, String chinese, String english) {
        return new FhirFault(422, IssueType.VALUE, expression, chinese, english);
    }

    public static FhirFault missing(String expression, String chinese, String english) {
        return new FhirFault(422, IssueType.REQUIRED, expression, "缺少" + chinese, english + " is missing");
    }

    /** The resource that the address names is not here. */
    public static FhirFault notFound(String type, String id) {
        String subject = type + "/" + id;
        return new FhirFault(404, IssueType.NOTFOUND, "", "没有该资源 " + subject, "there is no " + subject);
    }

    public int status() {
        return status;
    }

    public IssueType type() {
        return type;
    }

    public Optional<String> expression() {
        return Optional.of(expression).filter(path -> !path.isBlank());
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return getMessage();
    }
}
