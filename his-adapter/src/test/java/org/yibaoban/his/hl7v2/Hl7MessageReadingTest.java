package org.yibaoban.his.hl7v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.office.message.MessageLine;

/** What the message desk shows, with and without personal data. */
class Hl7MessageReadingTest {

    private static final String MESSAGE = String.join(
            "\r",
            "MSH|^~\\&|HIS|990000|YIBAOBAN|990000|20261122||ADT^A01|M1|P|2.5.1||||||GB18030",
            "PID|1||P0001^^^HIS^MR~990000197001011014^^^GA^NI||柯|𠮷|19700101|1|||和平路 1 号||13812345678",
            "PV1|1|I|W0304A|||||D990000000013^沈医生",
            "ZPD|柯某|还有什么");

    private final Hl7MessageReading reading = new Hl7MessageReading(SenderCharsets.NONE_SET);

    @Test
    void unmaskedItIsWhatWasSent() {
        List<MessageLine> lines = reading.read("mllp", MESSAGE.getBytes(Charset.forName("GB18030")), false);

        assertThat(lines.stream().map(MessageLine::text).collect(Collectors.joining("\r")))
                .isEqualTo(MESSAGE);
        assertThat(lines.get(0).fields().get(0).place()).isEqualTo("MSH-2");
        assertThat(field(lines, "MSH-10")).isEqualTo("M1");
        assertThat(field(lines, "PID-6")).isEqualTo("𠮷");
    }

    @Test
    void maskedItHoldsNoNameNumberAddressOrTelephone() {
        List<MessageLine> lines = reading.read("mllp", MESSAGE.getBytes(Charset.forName("GB18030")), true);

        assertThat(lines.toString()).doesNotContain("柯", "𠮷", "和平路", "13812345678", "19700101", "还有");
        assertThat(field(lines, "PID-3")).startsWith("P0001^^^HIS^MR~990000**").endsWith("14^^^GA^NI");
        assertThat(field(lines, "PV1-8")).isEqualTo("D990000000013^沈医生");
    }

    @Test
    void whatIsNoHl7MessageIsShownOnlyUnmasked() {
        byte[] json = "{\"name\":\"柯\"}".getBytes(StandardCharsets.UTF_8);

        assertThat(reading.read("fhir", json, true).toString()).doesNotContain("柯");
        assertThat(reading.read("fhir", json, false).toString()).contains("柯");
    }

    @ParameterizedTest
    @CsvSource({
        "990000197001011014, 990000**********14",
        "99000019700101101X, 990000**********1X",
        "990000700101123, 990000*******23",
        "x990000197001011014y, x990000**********14y",
        "13812345678, ***",
        "20261122103000, 20261122103000",
        "9900001970010110141, 9900001970010110141"
    })
    void numbersAreHiddenWhereverTheyStand(String text, String shown) {
        assertThat(PersonalFields.masked("FT1", 8, text)).isEqualTo(shown);
    }

    private static String field(List<MessageLine> lines, String place) {
        return lines.stream()
                .flatMap(line -> line.fields().stream())
                .filter(field -> field.place().equals(place))
                .findFirst()
                .orElseThrow()
                .text();
    }
}
