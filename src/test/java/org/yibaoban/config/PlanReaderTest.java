package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.benefit.Plan;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.PlanKeys;
import org.yibaoban.benefit.PlanTerm;
import org.yibaoban.benefit.Plans;

class PlanReaderTest {

    /** A plan with a dated rate, a derived deductible and bands: good as it stands. */
    static final String GOOD = """
            plan: good
            name: {zh: 好, en: Good}
            insurance_type: 390
            from: 2026-01-01
            to: 2026-12-31
            reference_date: 2026-06-30
            layers:
            - {layer: deductible, source: "doc, 1"}
            - {layer: basic_fund, source: "doc, 2"}
            - {layer: serious_illness, source: "doc, 3"}
            - {layer: backstop, covers: poor, source: "doc, 4"}
            parameters:
              base.average_wage:
                unit: yuan
                terms:
                - {value: 8000, from: 2026-01-01, source: "doc, 5"}
              deductible:
                unit: yuan
                terms:
                - {of: base.average_wage, times: 0.10, from: 2026-01-01, source: "doc, 1"}
              basic_fund.rate:
                unit: rate
                terms:
                - {value: 0.80, from: 2026-01-01, to: 2026-06-30, source: "doc, 2"}
                - {value: 0.85, from: 2026-07-01, source: set here, reason: "why"}
              serious_illness.threshold:
                unit: yuan
                terms:
                - {value: 10000, from: 2026-01-01, source: "doc, 3"}
              serious_illness.band_1.width:
                unit: yuan
                terms:
                - {value: 5000, from: 2026-01-01, source: "doc, 3"}
              serious_illness.band_1.rate:
                unit: rate
                terms:
                - {value: 0.50, from: 2026-01-01, source: "doc, 3"}
              serious_illness.band_2.rate:
                unit: rate
                terms:
                - {value: 0.60, from: 2026-01-01, source: "doc, 3"}
              backstop.share:
                unit: rate
                terms:
                - {person: poor, value: 0.10, from: 2026-01-01, source: "doc, 4"}
            """;

    @TempDir
    private Path folder;

    @Test
    void theTwelvePlansOfTheRepositoryAreGood() {
        Plans plans = PlanReader.read(RepositoryFiles.config());
        assertThat(plans.ids())
                .containsExactly(
                        "beijing-resident-2016",
                        "fujian-employee-1999",
                        "guangxi-outpatient-2017",
                        "guangyuan-employee-2009",
                        "hecheng-employee",
                        "hecheng-employee-away",
                        "hecheng-resident",
                        "jiaozuo-employee-2017",
                        "jiaozuo-resident-2017",
                        "nrcms-2013",
                        "yichun-2018",
                        "zhongshan-outpatient-2008");
        assertThat(plans.ids())
                .allSatisfy(id -> assertThat(plans.atReference(id)).isPresent());
    }

    @Test
    void theDemoCitysPlansAreInForceTodayAndTheOldOnesAreNot() {
        Plans plans = PlanReader.read(RepositoryFiles.config());
        LocalDate today = LocalDate.of(2026, 11, 22);
        assertThat(plans.ids().stream().filter(id -> plans.inForce(id, today).isPresent()))
                .containsExactly("hecheng-employee", "hecheng-employee-away", "hecheng-resident");
    }

    @Test
    void aFigureIsTheOneOfTheDay() throws IOException {
        PlanHistory history = read(GOOD);
        assertThat(value(history, LocalDate.of(2026, 6, 30), PlanKeys.BASIC_RATE))
                .isEqualTo("0.80");
        assertThat(value(history, LocalDate.of(2026, 7, 1), PlanKeys.BASIC_RATE))
                .isEqualTo("0.85");
        assertThat(history.on(LocalDate.of(2025, 12, 31))).isEmpty();
        assertThat(history.on(LocalDate.of(2027, 1, 1))).isEmpty();
    }

    @Test
    void aDerivedFigureIsComputedAndSaysFromWhat() throws IOException {
        PlanTerm deductible = term(read(GOOD), LocalDate.of(2026, 6, 30), PlanKeys.DEDUCTIBLE);
        assertThat(deductible.money()).hasToString("800.00");
        assertThat(deductible.source()).isEqualTo("doc, 1; 0.10 x base.average_wage 8000 (doc, 5)");
    }

    /** Each row spoils the good plan at one place; the line is where the fault must be found. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "insurance_type: 390 | colour: red | 3 | unknown key colour",
                "insurance_type: 390 | insurance_type: 391 | 3 | 310 (employees) or 390",
                "plan: good | plan: other | 1 | must stand in a file other.yaml",
                "reference_date: 2026-06-30 | reference_date: 2027-06-30 | 6 | not in force",
                "reference_date: 2026-06-30 | reference_date: 2026-06-31 | 6 | a date such as",
                "to: 2026-12-31 | to: 2025-12-31 | 5 | before it starts",
                "layer: backstop, covers: poor | layer: backdrop | 11 | unknown layer backdrop",
                "layer: backstop, covers: poor | layer: backstop, covers: rich | 11 | unknown person rich",
                "{layer: deductible, source | {layer: deductible, covers: poor, source | 8 | deductible covers everyone",
                "layer: serious_illness | layer: basic_fund | 10 | must stand once",
                "layer: backstop, covers: poor | layer: large_amount | 11 | must stand once, and before serious_illness",
                "- {layer: serious_illness, source: `doc, 3`} | - {layer: assistance, source: x} | 13 | assistance.rate is missing",
                "- {layer: backstop, covers: poor, source: `doc, 4`} |  | 45 | the plan has no layer backstop",
                "value: 8000, from: 2026-01-01, source: `doc, 5` | value: 8000, from: 2026-01-01 | 16 | key source is missing",
                "source: `doc, 5` | source: ` ` | 16 | the source is blank",
                "source: set here, reason: `why` | source: set here | 25 | needs a reason",
                "value: 0.85 | value: 1.01 | 25 | a rate above 1: 1.01",
                "value: 0.85 | value: -0.01 | 25 | negative",
                "value: 0.85 | value: 85 % | 25 | a decimal is expected",
                "value: 0.85 | value: 0.85, times: 2 | 25 | either value, or of and times",
                "value: 10000 | value: 10000.001 | 29 | finer than a fen",
                "times: 0.10 | times: 0.000001 | 20 | finer than a fen",
                "of: base.average_wage | of: base.rural_income | 20 | no figure base.rural_income",
                "of: base.average_wage | of: deductible | 20 | no figure deductible",
                "from: 2026-07-01 | from: 2026-07-02 | 25 | gap: no figure from 2026-07-01",
                "from: 2026-07-01 | from: 2026-06-30 | 25 | overlap: the figure before, of line 24",
                "from: 2026-07-01 | from: 2026-07-01, to: 2026-11-30 | 25 | gap: no figure from 2026-12-01 on",
                "value: 10000, from: 2026-01-01 | value: 10000, from: 2026-02-01 | 29 | gap: no figure from 2026-01-01",
                "value: 10000 | person: poor, value: 10000 | 29 | has no figure for everyone",
                "value: 10000 | level: 1, value: 10000 | 29 | has no figure for everyone level_2",
                "value: 10000 | level: 4, value: 10000 | 29 | a hospital level is 1, 2 or 3",
                "value: 10000 | facility: shop, value: 10000 | 29 | unknown word shop",
                "value: 0.85 | stay: first, value: 0.85 | 25 | go by the same of level, facility and stay",
                "value: 0.85 | disease: M1, value: 0.85 | 25 | basic_fund.rate does not go by the disease",
                "serious_illness.band_2.rate | serious_illness.band_3.rate | 41 | band 2 is missing",
                "serious_illness.band_2.rate | basic_fund.cap | 39 | the unit of basic_fund.cap is yuan, not rate",
                "serious_illness.band_1.width | serious_illness.band_2.width | 37 | band 1 needs a width",
                "serious_illness.band_2.rate | serious_illness.band_b.rate | 39 | unknown key serious_illness.band_b.rate"
            })
    void aFaultNamesFileLineAndReason(String good, String bad, int line, String reason) {
        String spoilt = GOOD.replaceFirst(
                Pattern.quote(good.replace('`', '"')),
                Matcher.quoteReplacement(bad == null ? "" : bad.replace('`', '"')));
        assertThat(spoilt).isNotEqualTo(GOOD);
        assertThatThrownBy(() -> read(spoilt))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("good.yaml:" + line + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void aMissingUnitIsAFault() {
        assertThatThrownBy(() -> read(GOOD.replaceFirst("    unit: yuan\n", "")))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("good.yaml:14:")
                .hasMessageContaining("key unit is missing");
    }

    @Test
    void theLastBandHasNoWidth() {
        assertThatThrownBy(() -> read(GOOD + parameter("serious_illness.band_2.width", "yuan", "1")))
                .hasMessageContaining("good.yaml:49:")
                .hasMessageContaining("the last band has no width");
    }

    @Test
    void theTwoSharesOfAFixedPriceGoTogether() {
        assertThatThrownBy(() -> read(GOOD + parameter("fixed_price.basic", "rate", "0.8")))
                .hasMessageContaining("good.yaml:13:")
                .hasMessageContaining("go together");
    }

    @Test
    void aRegisteredDiseaseMayJoinThePlanLaterAndHasARateWhereItHasACap() throws IOException {
        String ordinary = GOOD + parameter("outpatient.rate", "rate", "0.5");
        String rate = parameter("outpatient_disease.rate", "rate", "0.7").replace("{value", "{disease: M1, value");
        String cap = parameter("outpatient_disease.cap", "yuan", "900").replace("{value", "{disease: M1, value");
        String joined = rate.replace("from: 2026-01-01", "from: 2026-05-01");

        assertThat(read(ordinary + rate + cap).figures()).isNotEmpty();
        assertThat(read(ordinary + joined)
                        .on(LocalDate.of(2026, 5, 1))
                        .orElseThrow()
                        .settlesDisease("M1"))
                .isTrue();
        assertThat(read(ordinary + joined)
                        .on(LocalDate.of(2026, 4, 30))
                        .orElseThrow()
                        .settlesDisease("M1"))
                .isFalse();
        assertThatThrownBy(() -> read(ordinary + cap)).hasMessageContaining("has a cap and no outpatient_disease.rate");
        assertThatThrownBy(() -> read(GOOD + rate)).hasMessageContaining("need outpatient.rate");
        assertThatThrownBy(() -> read(ordinary + parameter("outpatient_disease.rate", "rate", "0.7")))
                .hasMessageContaining("names its disease");
    }

    private static String parameter(String key, String unit, String value) {
        return "  " + key + ":\n    unit: " + unit + "\n    terms:\n    - {value: " + value
                + ", from: 2026-01-01, source: doc}\n";
    }

    @Test
    void aPlanThatSettlesNothingIsAFault() {
        String empty = GOOD.substring(0, GOOD.indexOf("layers:")) + "layers: []\nparameters: {}\n";
        assertThatThrownBy(() -> read(empty)).hasMessageContaining("neither stays");
    }

    @Test
    void aPlanFileUnderAnotherEndingIsAFaultAndNotLeftOut() throws IOException {
        Files.createDirectory(folder.resolve("plans"));
        Files.writeString(folder.resolve("plans").resolve("good.yml"), GOOD);

        assertThatThrownBy(() -> PlanReader.read(folder))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("good.yml")
                .hasMessageContaining(".yaml");
    }

    private PlanHistory read(String yaml) throws IOException {
        return PlanReader.readFile(Files.writeString(folder.resolve("good.yaml"), yaml));
    }

    private static String value(PlanHistory history, LocalDate day, String key) {
        return term(history, day, key).value().toPlainString();
    }

    private static PlanTerm term(PlanHistory history, LocalDate day, String key) {
        List<PlanTerm> terms = history.on(day).map(Plan::terms).orElseThrow();
        return terms.stream().filter(term -> term.key().equals(key)).findFirst().orElseThrow();
    }
}
