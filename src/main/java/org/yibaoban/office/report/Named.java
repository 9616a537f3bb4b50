package org.yibaoban.office.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;

/** How reports name departments and people. */
@ApplicationScoped
class Named {

    @Inject
    private Hospital hospital;

    String department(String code) {
        return hospital.department(code).map(Department::name).orElse(code);
    }

    /** @param masked a code that nobody is known by is masked whole */
    String doctor(String code, boolean masked) {
        String name = hospital.doctor(code).map(Doctor::name).orElse(masked ? "*" : code);
        return masked ? masked(name) : name;
    }

    String hospital() {
        return hospital.name();
    }

    /** The family name's first character alone. */
    static String masked(String name) {
        return name.isEmpty() ? "" : name.substring(0, name.offsetByCodePoints(0, 1)) + "**";
    }
}
