package org.yibaoban.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.notice.HisReceiver;
import org.yibaoban.office.notice.NoticeKind;

class ReceiverReaderTest {

    private static final String GOOD = """
            receivers:
            - name: HIS
              host: his.hospital.example
              port: 2576
              application: HIS
              facility: "990000"
              charset: GB18030
              version: "2.4"
              notices: [settlement, flags]
            """;

    @TempDir
    private Path folder;

    @Test
    void aReceiverIsReadWhole() throws IOException {
        HisReceiver receiver = ReceiverReader.read(with(GOOD)).all().get(0);

        HisReceiver.Mllp line = (HisReceiver.Mllp) receiver.line();
        assertThat(line.port()).isEqualTo(2576);
        assertThat(line.charset()).isEqualTo(Charset.forName("GB18030"));
        assertThat(receiver.wants()).containsExactlyInAnyOrder(NoticeKind.SETTLEMENT, NoticeKind.FLAGS);
    }

    @Test
    void withoutAFileNobodyIsTold() {
        assertThat(ReceiverReader.read(folder).all()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "port: 2576; port: 70000; 4; a port is 1 to 65535",
                "charset: GB18030; charset: BIG5; 7; UTF-8 or GB18030",
                "version: \"2.4\"; version: \"2.1\"; 8; unknown version 2.1",
                "flags]; flogs]; 9; unknown word flogs",
                "[settlement, flags]; []; 9; told of something",
                "host: his.hospital.example; hast: x; 3; hast"
            })
    void aFaultNamesFileAndLine(String good, String bad, int line, String reason) {
        assertThatThrownBy(() -> ReceiverReader.read(with(GOOD.replace(good, bad))))
                .isInstanceOf(ConfigFault.class)
                .hasMessageContaining("receivers.yaml:" + line + ":")
                .hasMessageContaining(reason);
    }

    @Test
    void aFhirServerIsToldOfConsentAlone() throws IOException {
        String fhir = """
                receivers:
                - name: EMR
                  url: https://emr.hospital.example/r4
                  authorization: Bearer made-up
                  notices: [consent]
                """;

        HisReceiver.Fhir line =
                (HisReceiver.Fhir) ReceiverReader.read(with(fhir)).all().get(0).line();

        assertThat(line.base()).hasToString("https://emr.hospital.example/r4");
        assertThat(line.authorization()).contains("Bearer made-up");
        assertThat(line.toString()).doesNotContain("made-up");
        assertThatThrownBy(() -> ReceiverReader.read(with(fhir.replace("[consent]", "[consent, flags]"))))
                .hasMessageContaining("receivers.yaml:5:")
                .hasMessageContaining("consent alone");
        assertThatThrownBy(() -> ReceiverReader.read(with(fhir.replace("/r4", "/r4/"))))
                .hasMessageContaining("receivers.yaml:3:");
    }

    @Test
    void aNameStandsOnce() {
        assertThatThrownBy(() -> ReceiverReader.read(with(GOOD + GOOD.substring(GOOD.indexOf('-')))))
                .hasMessageContaining("stands twice");
    }

    private Path with(String yaml) throws IOException {
        Files.writeString(folder.resolve("receivers.yaml"), yaml);
        return folder;
    }
}
