package org.yibaoban.office.hospital;

import java.util.List;

/** A clinical department with its wards and doctors, as the HIS codes them. */
public record Department(String code, String name, String englishName, List<Ward> wards, List<Doctor> doctors) {

    public Department {
        wards = List.copyOf(wards);
        doctors = List.copyOf(doctors);
    }
}
