package org.yibaoban.visit;

/** The HIS's number of a patient (PID-3, medical record number). */
public record PatientNumber(String value) {

    /** @throws IllegalArgumentException when blank or longer than 64 characters */
    public PatientNumber {
        if (value == null || value.isBlank() || value.length() > 64) {
            throw new IllegalArgumentException("a patient number has 1 to 64 characters");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
