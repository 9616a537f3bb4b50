package org.yibaoban.store;

import jakarta.persistence.Embeddable;
import org.yibaoban.visit.Diagnosis;

/** One diagnosis of a visit. */
@Embeddable
public class DiagnosisPart {

    private String code;
    private String name;

    protected DiagnosisPart() {}

    DiagnosisPart(Diagnosis diagnosis) {
        this.code = diagnosis.code();
        this.name = diagnosis.name();
    }

    Diagnosis diagnosis() {
        return new Diagnosis(code, name);
    }
}
