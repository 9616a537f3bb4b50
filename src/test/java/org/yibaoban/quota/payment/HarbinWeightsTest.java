package org.yibaoban.quota.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.money.Money;
import org.yibaoban.quota.casegroup.CaseGroup;
import org.yibaoban.visit.VisitType;

/** A real city's weights, loaded by the same reader; read from where they stand, and passed over where they do not. */
class HarbinWeightsTest {

    private static final Pattern ENTRY = Pattern.compile("\"([A-Z]{2}\\d{2})\": \"([0-9.]+)\"");

    @TempDir
    private Path config;

    private CaseTerms terms;

    @BeforeEach
    void load() throws IOException {
        Optional<Path> harbin = RepositoryFiles.shared("samples/china/chs-drg-harbin/2024.weights.js");
        assumeTrue(harbin.isPresent(), "no ../shared here");
        StringBuilder csv = new StringBuilder("group,name,weight,reference_cost,reference_days\n");
        Matcher entries = ENTRY.matcher(Files.readString(harbin.get()));
        while (entries.find()) {
            csv.append(entries.group(1))
                    .append(',')
                    .append(entries.group(1))
                    .append(',')
                    .append(entries.group(2))
                    .append(",,\n");
        }
        Path folder = Files.createDirectories(config.resolve("payment"));
        Files.writeString(folder.resolve("harbin.csv"), csv);
        String agreement = Files.readString(
                        RepositoryFiles.config().resolve("payment").resolve("hecheng-resident-2025.yaml"))
                .replace("hecheng-dip-points-2025.csv", "harbin.csv")
                .replace("method: dip", "method: drg")
                .replace("value: 6495.34", "value: 12252.70");
        Files.writeString(folder.resolve("hecheng-resident-2025.yaml"), agreement);
        terms = (CaseTerms)
                PaymentReader.read(config).all().get(0).methods().get(0).terms();
    }

    /** AA19 weighs 18.2858, at the employees' rate of 12,252.70: 224,050.42166 yuan. */
    @Test
    void aTransplantOfHarbin2024() {
        PaymentStay stay = new PaymentStay(
                "A",
                VisitType.INPATIENT,
                "0304",
                "D1",
                "P1",
                LocalDate.of(2025, 3, 1),
                LocalDate.of(2025, 3, 20),
                Optional.empty(),
                Optional.of(new CaseGroup("AA19", CaseGroup.Source.PAYER)),
                Money.of("210000.00"),
                Optional.empty());
        assertThat(terms.ofStay(stay, stay.charges()).orElseThrow().amount()).isEqualTo(Money.of("224050.42"));
    }

    @Test
    void everyGroupOfTheCityIsThere() {
        assertThat(terms.weights().byGroup()).hasSizeGreaterThan(500);
        assertThat(List.copyOf(terms.weights().byGroup().values()))
                .allSatisfy(weight -> assertThat(weight.value()).isGreaterThan(BigDecimal.ZERO));
    }
}
