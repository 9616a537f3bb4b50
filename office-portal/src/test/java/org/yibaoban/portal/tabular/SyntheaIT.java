package org.yibaoban.portal.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.yibaoban.portal.server.OfficeDatabase;
import org.yibaoban.portal.server.ServerTest;

/** Synthea's files load through the shipped maps, and the books say what the files say. */
class SyntheaIT extends ServerTest {

    private static final BigDecimal RATE = new BigDecimal("7");

    @Test
    void theFilesLoadAndTheBooksAgreeWithThem() throws Exception {
        Path folder = Loads.samples()
                .map(p -> p.resolve("synthea"))
                .filter(Files::isDirectory)
                .orElse(null);
        assumeTrue(folder != null, "the public samples are not on this machine");

        assertThat(loaded("synthea/patients", folder, "patients.csv")).isEqualTo("27 loaded, 0 rejected, 0.00");
        assertThat(loaded("synthea/encounters", folder, "encounters.csv")).isEqualTo("604 loaded, 0 rejected, 0.00");
        assertThat(loaded("synthea/conditions", folder, "conditions.csv")).isEqualTo("438 loaded, 0 rejected, 0.00");
        assertThat(loaded("synthea/medications", folder, "medications.csv"))
                .isEqualTo("663 loaded, 0 rejected, " + sum(folder, "medications.csv", 10));
        assertThat(loaded("synthea/procedures", folder, "procedures.csv"))
                .isEqualTo("249 loaded, 0 rejected, " + sum(folder, "procedures.csv", 6));

        assertThat(OfficeDatabase.value("select sum(charges) from visit where department = 'SYNTHEA'"))
                .isEqualTo(sum(folder, "medications.csv", 10)
                        .add(sum(folder, "procedures.csv", 6))
                        .toPlainString());
        assertThat(
                        OfficeDatabase.value(
                                "select count(*) from visit where department = 'SYNTHEA' and identity_fault and type = 'INPATIENT'"))
                .isEqualTo("11");
        assertThat(OfficeDatabase.value("select count(*) from visit_diagnosis d join visit v on v.id = d.visit_id"
                        + " where v.department = 'SYNTHEA'"))
                .isEqualTo("438");

        // the same services once more as the billing sees them: a dry run, for both together would be charged twice
        JsonNode claims = Loads.checked(
                "synthea-claims/transactions", Files.readAllBytes(folder.resolve("claims_transactions.csv.gz")));
        assertThat(claims.get("left_out").asInt()).isEqualTo(5228 - 1545);
        assertThat(claims.get("rejected").asInt()).isEqualTo(127);
        assertThat(Loads.rejected(claims).findValuesAsText("code")).containsOnly("TB-09");
        assertThat(claims.get("loaded").asInt()).isEqualTo(1545 - 127);
        assertThat(new BigDecimal(claims.get("amount").asText())).isEqualByComparingTo(chargesOfClaims(folder));
    }

    private static String loaded(String map, Path folder, String file) throws Exception {
        JsonNode load = Loads.loaded(map, Files.readAllBytes(folder.resolve(file)));
        return load.get("loaded").asInt() + " loaded, " + load.get("rejected").asInt() + " rejected, "
                + load.get("amount").asText();
    }

    /** By other means than the door's: the samples have no quotes, but line breaks at their end. */
    private static BigDecimal sum(Path folder, String file, int column) throws IOException {
        return Files.readAllLines(folder.resolve(file)).stream()
                .skip(1)
                .map(line -> new BigDecimal(fields(line).get(column)))
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .multiply(RATE)
                .setScale(2);
    }

    private static BigDecimal chargesOfClaims(Path folder) throws IOException {
        try (GZIPInputStream in =
                new GZIPInputStream(Files.newInputStream(folder.resolve("claims_transactions.csv.gz")))) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .lines()
                    .map(SyntheaIT::fields)
                    .filter(fields -> fields.get(4).equals("CHARGE"))
                    .map(fields -> new BigDecimal(fields.get(5)))
                    .reduce(BigDecimal.ZERO, BigDecimal::add)
                    .multiply(RATE);
        }
    }

    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (char c : line.toCharArray()) {
            if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }
}
