package org.yibaoban.launcher.day;

import java.time.LocalDateTime;
import org.yibaoban.office.hospital.Department;
import org.yibaoban.office.hospital.Doctor;
import org.yibaoban.office.hospital.Ward;

/**
 * Where a visit stands at one moment of the day.
 *
 * @param bed room and bed, such as {@code 05^12}
 */
record Stay(
        String visit,
        Person person,
        Department department,
        Ward ward,
        String bed,
        Doctor doctor,
        Ailment ailment,
        LocalDateTime admitted) {

    Stay movedTo(Department other, Ward otherWard, String otherBed, Doctor otherDoctor) {
        return new Stay(visit, person, other, otherWard, otherBed, otherDoctor, ailment, admitted);
    }

    Stay of(Person corrected) {
        return new Stay(visit, corrected, department, ward, bed, doctor, ailment, admitted);
    }
}
