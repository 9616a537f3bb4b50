package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.office.hospital.Hospital;

class HospitalReaderTest {

    private static final String HOSPITAL = """
            code: H99000000001
            name: 医院
            english: Hospital
            level: 3
            zone: Asia/Shanghai
            plans: {"310": plan-a}
            departments:
              - code: "0301"
                name: 内科
                english: Medicine
                wards: [{code: W1, name: 一病区, beds: 10}]
                doctors: [{code: D990000000001, name: 甲}]
            """;

    @TempDir
    Path config;

    @Test
    void a_hospital_is_read_with_departments_wards_doctors_and_plans() throws IOException {
        Hospital hospital = read(HOSPITAL);
        assertThat(hospital.zone()).hasToString("Asia/Shanghai");
        assertThat(hospital.plansByInsurance()).containsEntry(InsuranceType.EMPLOYEE, "plan-a");
        assertThat(hospital.departmentOfWard("W1").orElseThrow().code()).isEqualTo("0301");
        assertThat(hospital.ward("W1").orElseThrow().beds()).isEqualTo(10);
        assertThat(hospital.doctor("D990000000001").orElseThrow().name()).isEqualTo("甲");
        assertThat(hospital.ward("W2")).isEmpty();
    }

    @Test
    void a_fault_names_file_line_and_reason() {
        assertFault("hospital.yaml:4: a hospital level is 1, 2 or 3, not 4", "level: 3", "level: 4");
        assertFault("hospital.yaml:1: a code of H and 11 digits", "H99000000001", "99000000001");
        assertFault("hospital.yaml:5: unknown time zone", "Asia/Shanghai", "Asia/Hecheng");
        assertFault("hospital.yaml:6: unknown insurance type 311", "310", "311");
        assertFault("hospital.yaml:11: code 0301 stands twice", "W1", "0301");
        assertFault("hospital.yaml:11: a ward has at least one bed", "beds: 10", "beds: 0");
        assertFault("hospital.yaml:12: at least one entry", "[{code: D990000000001, name: 甲}]", "[]");
        assertFault("unknown key colour", "level: 3", "level: 3\ncolour: green");
    }

    private Hospital read(String content) throws IOException {
        Files.writeString(config.resolve("hospital.yaml"), content);
        return HospitalReader.read(config);
    }

    private void assertFault(String message, String sound, String wrong) {
        assertThatThrownBy(() -> read(HOSPITAL.replace(sound, wrong)))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContainingAll(message.split(": ", 2));
    }
}
