package org.yibaoban.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SettingsTest {

    @TempDir
    Path folder;

    private final Properties properties = new Properties();
    private Path jar;

    @BeforeEach
    void aConfigFolderAboveTheJar() throws IOException {
        Files.createDirectories(folder.resolve("repository/config"));
        jar = folder.resolve("repository/office-portal/launcher/target/yibaoban.jar");
        properties.setProperty("user.home", folder.resolve("home").toString());
    }

    @Test
    void standardValues() {
        Settings settings = read(List.of(), Map.of());

        assertThat(settings.state()).isEqualTo(folder.resolve("home/.yibaoban"));
        assertThat(settings.config()).isEqualTo(folder.resolve("repository/config"));
        assertThat(settings.httpPort()).isEqualTo(8080);
        assertThat(settings.mllpPort()).isEqualTo(2575);
        assertThat(settings.databaseUrl()).isEmpty();
        assertThat(settings.heap()).isEqualTo("1g");
        assertThat(settings.readyWithin()).isEqualTo(Duration.ofSeconds(120));
    }

    @Test
    void homeIsTheEnvironmentsBeforeTheOneOfThePasswordFile() {
        assertThat(read(List.of(), Map.of("HOME", "/home/service")).state())
                .isEqualTo(Path.of("/home/service/.yibaoban"));
    }

    @Test
    void anOptionGoesBeforeAPropertyBeforeTheEnvironment() {
        properties.setProperty("yibaoban.http-port", "8002");
        properties.setProperty("yibaoban.mllp-port", "2002");
        Map<String, String> environment =
                Map.of("YIBAOBAN_HTTP_PORT", "8003", "YIBAOBAN_MLLP_PORT", "2003", "YIBAOBAN_HEAP", "3g");

        Settings settings = read(List.of("--http-port=8001"), environment);

        assertThat(settings.httpPort()).isEqualTo(8001);
        assertThat(settings.mllpPort()).isEqualTo(2002);
        assertThat(settings.heap()).isEqualTo("3g");
    }

    @Test
    void configInTheWorkingDirectoryGoesBeforeTheOneAtTheJar() throws IOException {
        Path workingIn = folder.resolve("hospital");
        Files.createDirectories(workingIn.resolve("config"));

        assertThat(Settings.read(List.of(), Map.of(), properties, workingIn, jar)
                        .config())
                .isEqualTo(workingIn.resolve("config"));
    }

    @Test
    void aNamedConfigFolderMustExist() {
        assertThatThrownBy(() -> read(List.of("--config=" + folder.resolve("nowhere")), Map.of()))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("--config")
                .hasMessageContaining("YIBAOBAN_CONFIG_DIR");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "eighty", "80 80"})
    void aPortIsANumberUpTo65535(String port) {
        assertThatThrownBy(() -> read(List.of("--http-port=" + port), Map.of()))
                .isInstanceOf(SettingFault.class)
                .hasMessage(
                        "--http-port (or YIBAOBAN_HTTP_PORT) is '" + port + "', should be a number from 1 to 65535");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port=8080", "--http-port", "8080", "-h"})
    void whatIsNotASettingIsRefused(String argument) {
        assertThatThrownBy(() -> read(List.of(argument), Map.of()))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("Not understood: " + argument)
                .hasMessageContaining("--http-port");
    }

    @Test
    void anInstalledDatabaseGetsTheDriverOptionThatTheStoreNeeds() {
        assertThat(read(List.of(), Map.of("DB_URL", "jdbc:postgresql://db/office"))
                        .databaseUrl())
                .contains("jdbc:postgresql://db/office?stringtype=unspecified");
        assertThat(read(List.of(), Map.of("DB_URL", "jdbc:postgresql://db/office?user=u"))
                        .databaseUrl())
                .contains("jdbc:postgresql://db/office?user=u&stringtype=unspecified");
        assertThat(read(List.of(), Map.of("DB_URL", "jdbc:postgresql://db/o?stringtype=unspecified"))
                        .databaseUrl())
                .contains("jdbc:postgresql://db/o?stringtype=unspecified");
    }

    @Test
    void aRefusedDatabaseAddressIsNotRepeatedForItMayHoldAPassword() {
        assertThatThrownBy(() -> read(List.of(), Map.of("DB_URL", "postgres://u:secret@db/office")))
                .isInstanceOf(SettingFault.class)
                .hasMessageContaining("jdbc:postgresql:")
                .hasMessageNotContaining("secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0g", "much", "1 g", "1t", "-1g"})
    void heapIsWhatJavaUnderstands(String heap) {
        assertThatThrownBy(() -> read(List.of("--heap=" + heap), Map.of())).isInstanceOf(SettingFault.class);
    }

    private Settings read(List<String> arguments, Map<String, String> environment) {
        return Settings.read(arguments, environment, properties, folder.resolve("elsewhere"), jar);
    }
}
