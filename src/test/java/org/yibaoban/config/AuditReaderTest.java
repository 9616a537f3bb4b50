package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.RepositoryFiles;
import org.yibaoban.audit.AuditParameter;
import org.yibaoban.audit.AuditRule;
import org.yibaoban.audit.AuditSettings;

class AuditReaderTest {

    @TempDir
    private Path config;

    @Test
    void everyFigureHasItsDefaultAndASource() {
        AuditSettings settings = AuditReader.read(RepositoryFiles.config());
        assertThat(value(settings, AuditParameter.TAKE_HOME_DAYS)).isEqualTo("7");
        assertThat(value(settings, AuditParameter.TAKE_HOME_CHRONIC_DAYS)).isEqualTo("30");
        assertThat(value(settings, AuditParameter.PRESCRIPTION_DAYS)).isEqualTo("3");
        assertThat(value(settings, AuditParameter.PRESCRIPTION_CHRONIC_DAYS)).isEqualTo("7");
        assertThat(value(settings, AuditParameter.IDLE_DAYS)).isEqualTo("2");
        assertThat(value(settings, AuditParameter.SPLIT_DAYS)).isEqualTo("14");
        assertThat(value(settings, AuditParameter.SPLIT_CHARACTERS)).isEqualTo("3");
        assertThat(value(settings, AuditParameter.EXAM_ONLY_DAYS)).isEqualTo("3");
        assertThat(value(settings, AuditParameter.EXAM_ONLY_SHARE)).isEqualTo("0.80");
        assertThat(value(settings, AuditParameter.SELF_PAY_SHARE)).isEqualTo("0.20");
        for (AuditParameter parameter : AuditParameter.values()) {
            assertThat(settings.figure(parameter).source()).isNotBlank();
        }
        for (AuditRule rule : AuditRule.values()) {
            assertThat(settings.clause(rule)).isNotBlank();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rules:\\n | colour: red\\nrules:\\n | audit.yaml:7: colour: unknown key colour",
                "sex-limit: | sax-limit: | rules.sax-limit: unknown rule sax-limit",
                "severity: stop | severity: halt | stop or warn, not halt",
                "severity: stop | colour: red | unknown key colour",
                "value: 14, | value: 13.5, | split-admission.parameters.days.value: days is a whole number from 0",
                "value: 14, | value: -1, | days is a whole number from 0, not -1",
                "value: 3, unit: characters | value: 0, unit: characters | a whole number from 1, not 0",
                "value: 0.80 | value: 80 | share is a share between 0 and 1, not 80",
                "value: 0.80, unit: rate | value: 0.80, unit: percent | the unit of share is rate, not percent",
                "chronic_days: {value: 30 | months: {value: 30 | unknown key months",
                "days: {value: 2, | # {value: 2, | key parameters is missing",
                "source: spec/audit.md idle-stay | colour: red | unknown key colour",
                "value: 1000.00, unit: yuan | value: 1000.001, unit: yuan | an amount in yuan from 0 is expected",
                "value: 1000.00, unit: yuan | value: -1, unit: yuan | an amount in yuan from 0 is expected",
                "value: 1000.00, unit: yuan | value: 1000.00, unit: fen | is yuan, not fen",
                "two_persons_above: | three_persons_above: | unknown key three_persons_above",
            })
    void aFaultNamesItsPlace(String sound, String wrong, String reason) throws IOException {
        String spoilt = sound().replace(sound.replace("\\n", "\n"), wrong.replace("\\n", "\n"));
        assertThat(spoilt).isNotEqualTo(sound());
        assertFault(spoilt, reason);
    }

    @Test
    void everyRuleStandsInTheFile() throws IOException {
        assertFault(sound().substring(0, sound().indexOf("  identity:")), "rule identity is missing");
    }

    @Test
    void withoutTheFileNothingStarts() {
        assertThatThrownBy(() -> AuditReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("audit.yaml");
    }

    private void assertFault(String content, String reason) throws IOException {
        Files.writeString(Files.createDirectories(config.resolve("rules")).resolve("audit.yaml"), content);
        assertThatThrownBy(() -> AuditReader.read(config))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("audit.yaml")
                .hasMessageContaining(reason);
    }

    private static String sound() throws IOException {
        return Files.readString(RepositoryFiles.config().resolve("rules/audit.yaml"));
    }

    private static String value(AuditSettings settings, AuditParameter parameter) {
        return settings.figure(parameter).value().toPlainString();
    }
}
