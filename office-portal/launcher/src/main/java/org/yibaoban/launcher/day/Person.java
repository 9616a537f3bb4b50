package org.yibaoban.launcher.day;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.config.CsvTable;

/**
 * A made-up person who may come to the hospital.
 *
 * @param patientNumber the HIS's number of the person
 * @param identityNumber as the HIS sends it; blank where it has none
 * @param sex HL7 table 0001: M or F
 */
record Person(String patientNumber, String identityNumber, String name, String sex, LocalDate birth) {

    private static final List<String> COLUMNS = List.of(
            "identity_number",
            "name",
            "sex",
            "birth",
            "member_number",
            "insurance_type",
            "plan_id",
            "category",
            "poor",
            "standing",
            "account_balance",
            "year_stays",
            "year_basic_fund",
            "year_large_amount",
            "year_serious_burden",
            "year_serious_illness",
            "year_assistance",
            "year_outpatient_fund",
            "civil_servant");

    /** The people whom the demonstration's payer insures, {@code demo/members.csv}. */
    static List<Person> members(Path config) {
        List<Person> people = new ArrayList<>();
        CsvTable.read(config.resolve("demo").resolve("members.csv"), COLUMNS, row -> {
            String memberNumber = row.get("member_number");
            people.add(new Person(
                    "P" + memberNumber.substring(memberNumber.length() - 8),
                    row.get("identity_number"),
                    row.get("name"),
                    row.get("sex").equals("1") ? "M" : "F",
                    row.date("birth")));
        });
        return people;
    }

    Person withIdentity(String number) {
        return new Person(patientNumber, number, name, sex, birth);
    }

    /** HL7 XPN: family name and given name; the first character may need two Java chars. */
    String familyName() {
        return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    String givenName() {
        return name.substring(familyName().length());
    }

    @Override
    public String toString() {
        return "person " + patientNumber;
    }
}
