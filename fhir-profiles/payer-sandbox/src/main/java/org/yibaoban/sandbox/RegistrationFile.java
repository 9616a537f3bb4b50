package org.yibaoban.sandbox;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.yibaoban.membership.DiseaseRegistration;
import org.yibaoban.money.Money;

/** {@code demo/registrations.csv}: chronic and special diseases that made-up members are registered for. */
final class RegistrationFile {

    record Entry(String memberNumber, DiseaseRegistration registration) {}

    private RegistrationFile() {}

    /** @throws org.yibaoban.config.ConfigFault for the first fault, with file and line */
    static List<Entry> read(Path file) {
        return CsvRows.read(
                file,
                row -> new Entry(
                        row.get("member_number"),
                        new DiseaseRegistration(
                                row.get("disease"),
                                row.get("name"),
                                LocalDate.parse(row.get("valid_from")),
                                row.find("valid_to").map(LocalDate::parse),
                                row.find("hospital"),
                                row.find("yearly_limit").map(Money::of))));
    }
}
