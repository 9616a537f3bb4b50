package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.yibaoban.benefit.Plans;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.hospital.Ward;
import org.yibaoban.portal.i18n.Language;

/** Names of the hospital's parts for the codes that the HIS sends; a code that is not known stays as it is. */
@Named("places")
@ApplicationScoped
public class Places {

    @Inject
    private Hospital hospital;

    @Inject
    private Language language;

    @Inject
    private Plans plans;

    public String getHospital() {
        return language.pick(hospital.name(), hospital.englishName());
    }

    public List<Department> getDepartments() {
        return hospital.departments();
    }

    public String department(String code) {
        return hospital.department(code)
                .map(found -> language.pick(found.name(), found.englishName()))
                .orElse(code);
    }

    /** The insurance that a plan covers here; other plans, such as those of a filing away from home, by their own names. */
    public String insurance(String planId) {
        return hospital.plansByInsurance().entrySet().stream()
                .filter(entry -> entry.getValue().equals(planId))
                .findFirst()
                .map(entry -> language.text("insured." + entry.getKey()))
                .or(() -> plans.atReference(planId)
                        .map(plan ->
                                language.pick(plan.name().chinese(), plan.name().english())))
                .orElse(planId);
    }

    public String ward(String code) {
        return hospital.ward(code).map(Ward::name).orElse(code);
    }

    public String doctor(String code) {
        return hospital.doctor(code).map(Doctor::name).orElse(code);
    }
}
