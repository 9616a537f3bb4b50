package org.yibaoban.office.hospital;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yibaoban.membership.InsuranceType;

/**
 * The hospital that this office serves. Immutable.
 *
 * @param code national code of the institution: H, six digits of the area, five digits of sequence (fixmedins_code)
 * @param level hospital level 1, 2 or 3, which deductibles and rates go by
 * @param zone the zone of every local time that the HIS sends
 * @param plansByInsurance the plan file under {@code config/plans} that covers each insurance type here
 */
public record Hospital(
        String code,
        String name,
        String englishName,
        int level,
        ZoneId zone,
        List<Department> departments,
        Map<InsuranceType, String> plansByInsurance) {

    public Hospital {
        departments = List.copyOf(departments);
        plansByInsurance = Map.copyOf(plansByInsurance);
    }

    public Optional<Department> department(String departmentCode) {
        return departments.stream()
                .filter(department -> department.code().equals(departmentCode))
                .findFirst();
    }

    /** The department that a ward belongs to; ward codes are unique in the hospital. */
    public Optional<Department> departmentOfWard(String wardCode) {
        return departments.stream()
                .filter(department ->
                        department.wards().stream().anyMatch(ward -> ward.code().equals(wardCode)))
                .findFirst();
    }

    public Optional<Ward> ward(String wardCode) {
        return departments.stream()
                .flatMap(department -> department.wards().stream())
                .filter(ward -> ward.code().equals(wardCode))
                .findFirst();
    }

    public Optional<Doctor> doctor(String doctorCode) {
        return departments.stream()
                .flatMap(department -> department.doctors().stream())
                .filter(doctor -> doctor.code().equals(doctorCode))
                .findFirst();
    }
}
