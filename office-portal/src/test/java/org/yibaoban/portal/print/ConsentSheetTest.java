package org.yibaoban.portal.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.consent.Consent;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.consent.ConsentItem;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.DrawnSignature;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.Signer;
import org.yibaoban.membership.Sex;
import org.yibaoban.money.Rate;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.portal.desk.Stays;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.visit.Location;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.PatientNumber;
import org.yibaoban.visit.VisitNumber;

class ConsentSheetTest {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final LocalDateTime NOON = LocalDateTime.of(2026, 11, 22, 12, 0);
    private static final Hospital HOSPITAL =
            new Hospital("H99000000001", "禾城市第一人民医院", "Hecheng First People's Hospital", 3, ZONE, List.of(), Map.of());
    private static final DrawnSignature DRAWN =
            DrawnSignature.parse("M60 100L90 50L120 150L150 50L180 150L210 50L240 150L270 50M300 60L420 60L360 160");

    @Test
    void a_form_to_be_signed_on_paper_has_all_but_the_signature() throws IOException {
        byte[] pdf = print(
                "paper",
                consent(form("<b>术后</b>营养支持", Optional.empty()), ConsentState.DUE, Optional.empty()),
                Optional.empty());

        assertThat(PrintedText.of(pdf))
                .contains("自费项目知情同意书", "V1-ZQ1", "路仁", "注射用示例单抗", "乙类,先行自付 30%", "100mg", "2 支")
                .contains("1,080.00", "2,160.00", "贰仟壹佰陆拾元整", "限有病理诊断证据的患者", "<b>术后</b>营养支持")
                .contains("不同意", form("<b>术后</b>营养支持", Optional.empty()).sha256())
                .doesNotContain("补签", Stays.identity());
        assertThat(images(pdf)).isZero();
        assertThat(pages(pdf)).isEqualTo(1);
    }

    @Test
    void a_drawn_signature_is_on_the_form_with_signer_witness_and_time() throws IOException {
        Signer signer = new Signer("路远", Relation.CHILD, "护士甲", NOON.plusMinutes(9));
        byte[] pdf = print(
                "drawn",
                consent(form("抢救", Optional.of(NOON.minusHours(2))), ConsentState.SIGNED, Optional.of(signer)),
                Optional.of(DRAWN));

        assertThat(PrintedText.of(pdf))
                .contains("路远", "子女", "护士甲", "2026-11-22 12:09", "2026-11-22 10:00", "补签")
                .doesNotContain("□");
        assertThat(images(pdf)).isEqualTo(1);
        assertThat(pages(pdf)).isEqualTo(1);
    }

    private static ConsentForm form(String necessity, Optional<LocalDateTime> usedSince) {
        ConsentItem item = new ConsentItem(
                "NEG001",
                Optional.of("XL01FFX001B002010100007"),
                "注射用示例单抗",
                "100mg",
                "支",
                ChargeType.DRUG,
                ItemClass.B,
                Optional.of(Rate.of("0.30")),
                Optional.empty(),
                Optional.of("限有病理诊断证据的患者"));
        return new ConsentForm(
                "V1-ZQ1",
                new VisitNumber("V1"),
                new PatientNumber("P1"),
                "路仁",
                item,
                new BigDecimal("2"),
                new BigDecimal("1080"),
                Set.of(ConsentReason.RESTRICTED, ConsentReason.FIRST_SHARE),
                necessity,
                "目录内无同类可替代项目",
                "柯鹤鸣",
                NOON,
                usedSince);
    }

    private static Consent consent(ConsentForm form, ConsentState state, Optional<Signer> signer) {
        return new Consent(form, state, signer, Optional.empty(), NOON, "");
    }

    private static byte[] print(String name, Consent consent, Optional<DrawnSignature> signature) throws IOException {
        Format format = new Format(Clock.fixed(Instant.parse("2026-11-22T04:00:00Z"), ZONE));
        PatientDetails patient = new PatientDetails(
                new PatientNumber("P1"),
                Optional.of(Stays.identity()),
                "路仁",
                Sex.MALE,
                Optional.of(LocalDate.of(1980, 1, 1)));
        byte[] pdf = new ConsentSheet(HOSPITAL, format)
                .print(consent, patient, new Location("0304", "W0304A", "12"), signature);
        // kept for looking at
        Path file = Path.of("target/sheets", "consent-" + name + ".pdf");
        Files.createDirectories(file.getParent());
        Files.write(file, pdf);
        return pdf;
    }

    private static int images(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int images = 0;
            for (COSName name : document.getPage(0).getResources().getXObjectNames()) {
                images += document.getPage(0).getResources().isImageXObject(name) ? 1 : 0;
            }
            return images;
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
