package org.yibaoban.fhir.mapping;

/** A FHIR resource that cannot be read as what it should be; says which element and why, without personal data. */
public class MappingFault extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String element;

    /** @param element such as {@code ClaimResponse.adjudication} */
    public MappingFault(String element, String reason) {
        super(element + ": " + reason);
        this.element = element;
    }

    public String element() {
        return element;
    }
}
