package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.audit.Knowledge.Limits;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.membership.Sex;
import org.yibaoban.visit.VisitType;

class KnowledgeReaderTest {

    private static final String HEAD = "item,kind,value,from,to,source\n";
    private static final LocalDate DAY = LocalDate.of(2026, 3, 1);

    @TempDir
    private Path config;

    @Test
    void theDemonstrationHasPointsOfEveryKindThatItsItemsUse() {
        Knowledge knowledge = KnowledgeReader.read(RepositoryFiles.config());
        Catalogue catalogue = CatalogueReader.read(RepositoryFiles.config());
        assertThat(knowledge.size()).isGreaterThan(20);
        Limits levelled = of(knowledge, catalogue, "NUR001");
        assertThat(levelled.usage().exclusiveGroup()).contains("nursing-level");
        assertThat(of(knowledge, catalogue, "OXY001").usage().maxPerDay()).isPresent();
        assertThat(of(knowledge, catalogue, "NEG001").payment().diagnoses()).contains(List.of("C", "D0"));
        assertThat(of(knowledge, catalogue, "PCI001").usage().includes()).containsExactly("ECG001");
        assertThat(of(knowledge, catalogue, "SAL001")).isEqualTo(Limits.NONE);
    }

    private static Limits of(Knowledge knowledge, Catalogue catalogue, String code) {
        return knowledge.of(code, catalogue.find(code, DAY).orElseThrow().nationalCode(), DAY);
    }

    @Test
    void everyKindOfPointIsReadAndSeveralFilesAreOne() throws IOException {
        write(
                "a.csv",
                HEAD + "X,sex,F,2026-01-01,,s\nX,age_min,14,2026-01-01,,s\nX,age_max,60,2026-01-01,,s\n"
                        + "X,insurance,work-injury | resident,2026-01-01,,s\nX,level_min,2,2026-01-01,,s\n"
                        + "X,diagnoses,I63|J18.9,2026-01-01,,s\nX,visit,inpatient,2026-01-01,,s\nX,max_price,1.25,2026-01-01,,s\n");
        write(
                "b.csv",
                HEAD + "X,max_per_day,2,2026-01-01,,s\nX,max_per_stay,5,2026-01-01,,s\nX,repeat_days,3,2026-01-01,,s\n"
                        + "X,exclusive_group,g,2026-01-01,,s\nX,therapy_class,t,2026-01-01,,s\nX,includes,P1,2026-01-01,,s\n"
                        + "X,includes,P2,2026-01-01,,s\n");
        Limits limits = KnowledgeReader.read(config).of("X", Optional.empty(), DAY);
        assertThat(limits.payment().sex()).contains(Sex.FEMALE);
        assertThat(limits.payment().ageMin()).contains(14);
        assertThat(limits.payment().ageMax()).contains(60);
        assertThat(limits.payment().insurance()).contains(List.of("work-injury", "resident"));
        assertThat(limits.payment().levelMin()).contains(2);
        assertThat(limits.payment().diagnoses()).contains(List.of("I63", "J18.9"));
        assertThat(limits.payment().visit()).contains(VisitType.INPATIENT);
        assertThat(limits.payment().maxPrice()).hasToString("Optional[1.25]");
        assertThat(limits.usage().maxPerDay()).hasToString("Optional[2]");
        assertThat(limits.usage().maxPerStay()).hasToString("Optional[5]");
        assertThat(limits.usage().repeatDays()).contains(3);
        assertThat(limits.usage().exclusiveGroup()).contains("g");
        assertThat(limits.usage().therapyClass()).contains("t");
        assertThat(limits.usage().includes()).containsExactlyInAnyOrder("P1", "P2");
    }

    @Test
    void theClosestPointInForceOnTheDayCounts() throws IOException {
        write(
                "a.csv",
                HEAD + "XA01*,max_per_day,1,2026-01-01,,s\nXA01B*,max_per_day,2,2026-01-01,,s\n"
                        + "XA01BC,max_per_day,3,2026-01-01,2026-02-28,s\nXA01BC,max_per_day,4,2026-04-01,,s\n"
                        + "H1,max_per_day,5,2026-03-02,,s\n");
        Knowledge knowledge = KnowledgeReader.read(config);
        assertThat(perDay(knowledge, "H1", "XA01BC", LocalDate.of(2025, 12, 31)))
                .isEqualTo("-");
        assertThat(perDay(knowledge, "H1", "XA01BC", LocalDate.of(2026, 2, 28))).isEqualTo("3");
        assertThat(perDay(knowledge, "H1", "XA01BC", LocalDate.of(2026, 3, 1))).isEqualTo("2");
        assertThat(perDay(knowledge, "H1", "XA01BC", LocalDate.of(2026, 4, 1))).isEqualTo("5");
        assertThat(perDay(knowledge, "H2", "XA01BC", LocalDate.of(2026, 4, 1))).isEqualTo("4");
        assertThat(perDay(knowledge, "H2", "XA01D", LocalDate.of(2026, 4, 1))).isEqualTo("1");
        assertThat(perDay(knowledge, "H2", "XA", LocalDate.of(2026, 4, 1))).isEqualTo("-");
    }

    private static String perDay(Knowledge knowledge, String code, String national, LocalDate day) {
        return knowledge
                .of(code, Optional.of(national), day)
                .usage()
                .maxPerDay()
                .map(Object::toString)
                .orElse("-");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "X,colour,red,2026-01-01,,s; a.csv:2: unknown kind colour",
                "X,sex,W,2026-01-01,,s; sex is M or F, not W",
                "X,age_min,-1,2026-01-01,,s; a whole number from 0 is expected, not -1",
                "X,level_min,4,2026-01-01,,s; a hospital level is 1, 2 or 3, not 4",
                "X,visit,daycare,2026-01-01,,s; unknown visit type daycare",
                "X,max_price,1e3,2026-01-01,,s; a decimal from 0 is expected, not 1e3",
                "X,diagnoses,I63||J18,2026-01-01,,s; an entry of the list is empty",
                "X,includes,Y*,2026-01-01,,s; a part is named by its whole code, not Y*",
                "X*Y,sex,M,2026-01-01,,s; the beginning of one with * at its end",
                "*,sex,M,2026-01-01,,s; the beginning of one with * at its end",
                "X,sex,M,,,s; from is empty",
                "X,sex,M,2026-01-02,2026-01-01,s; to 2026-01-01 lies before from 2026-01-02",
                "X,sex,M,2026-01-01,,; source is empty",
                "X,sex,,2026-01-01,,s; value is empty",
                "X,sex,M,2026-01-01,; 6 fields are expected, not 5",
            })
    void aBadPointIsNamed(String row, String reason) throws IOException {
        write("a.csv", HEAD + row + "\n");
        assertThatThrownBy(() -> KnowledgeReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("a.csv")
                .hasMessageContaining(reason);
    }

    @Test
    void pointsThatContradictEachOtherAreAFaultAlsoAcrossFiles() throws IOException {
        write("a.csv", HEAD + "X,sex,M,2026-01-01,2026-06-30,s\n");
        write("b.csv", HEAD + "X,sex,F,2026-07-01,,s\nX,sex,M,2026-06-30,2026-06-30,s\n");
        assertThatThrownBy(() -> KnowledgeReader.read(config))
                .hasMessageContaining("b.csv:3")
                .hasMessageContaining("item X has another sex in these days");
    }

    private void write(String name, String text) throws IOException {
        Path folder = Files.createDirectories(config.resolve("rules/knowledge"));
        Files.writeString(folder.resolve(name), text);
    }
}
