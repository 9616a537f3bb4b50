package org.yibaoban.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.yibaoban.consent.Consents.NOON;
import static org.yibaoban.consent.Consents.form;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yibaoban.money.Money;

/** Forms, signers, signatures and scans: nothing blank, nothing that is not what it says. */
class ConsentFormTest {

    private static final Signer SIGNER = new Signer("路仁", Relation.SELF, "护士甲", NOON);

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "0, 268, 需要, 数量 quantity",
                "-, 268, 需要, 数量 quantity",
                "1.00001, 268, 需要, 数量 quantity",
                "1000001, 268, 需要, 数量 quantity",
                "1, 0, 需要, 单价 price",
                "1, 268.1234567, 需要, 单价 price",
                "1, 268, ' ', 使用理由 reason",
                "1, 268, -, 使用理由 reason"
            })
    void a_form_with_a_blank_or_a_senseless_figure_is_refused(
            String quantity, String price, String necessity, String field) {
        assertThatThrownBy(() -> form(quantity == null ? "0" : quantity, price, necessity))
                .isInstanceOfSatisfying(
                        ConsentFault.class, fault -> assertThat(fault.field()).isEqualTo(field));
    }

    @Test
    void the_hash_is_of_the_content_alone_and_changes_with_every_field() {
        ConsentForm one = form("2", "268.00", "术后营养支持");

        assertThat(one.amount()).isEqualTo(Money.of("536.00"));
        assertThat(one.sha256())
                .hasSize(64)
                .isEqualTo(form("2.0", "268", " 术后营养支持 ").sha256());
        assertThat(one.sha256()).isNotEqualTo(form("3", "268.00", "术后营养支持").sha256());
        assertThat(form("2", "268", "a\nquantity=9").content()).contains("reason=a\\nquantity=9\n");
    }

    @Test
    void a_signer_is_named_and_no_witness_of_the_own_signature() {
        assertThatThrownBy(() -> new Signer("", Relation.SELF, "护士甲", NOON)).hasMessageContaining("签署人");
        assertThatThrownBy(() -> new Signer("路仁", null, "护士甲", NOON)).hasMessageContaining("关系");
        assertThatThrownBy(() -> new Signer("路仁", Relation.SELF, " ", NOON)).hasMessageContaining("见证人");
        assertThatThrownBy(() -> new Signer("路仁", Relation.SELF, "路仁", NOON)).hasMessageContaining("见证人");
        assertThat(SIGNER.toString()).doesNotContain("路仁");
    }

    @Test
    void only_what_is_signed_or_confirmed_covers_and_a_withdrawal_ends_it() {
        for (ConsentState state : ConsentState.values()) {
            Optional<Signer> signer = state.isSigned() ? Optional.of(SIGNER) : Optional.empty();
            Consent consent = new Consent(form("2", "268", "需要"), state, signer, Optional.empty(), NOON, "");
            assertThat(consent.grant().isPresent()).as(state.name()).isEqualTo(state.covers());
        }
        Consent withdrawn = new Consent(
                form("2", "268", "需要"), ConsentState.WITHDRAWN, Optional.of(SIGNER), Optional.empty(), NOON, "");
        assertThat(withdrawn.grant().orElseThrow().until()).contains(NOON);
    }

    @Test
    void an_emergency_is_overdue_after_its_deadline() {
        Consent emergency = new Consent(
                form("1", "268", "抢救"), ConsentState.EMERGENCY, Optional.empty(), Optional.of(NOON), NOON, "");
        assertThat(emergency.isOverdue(NOON)).isFalse();
        assertThat(emergency.isOverdue(NOON.plusSeconds(1))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(ConsentState.class)
    void nothing_becomes_due_again_and_an_end_is_an_end(ConsentState state) {
        assertThat(state.next()).doesNotContain(ConsentState.DUE, state);
        if (state == ConsentState.REFUSED || state == ConsentState.WITHDRAWN) {
            assertThat(state.next()).isEmpty();
        }
    }

    @Test
    void a_signature_is_read_and_written_as_its_path() {
        String path = "M10 100L30 60L50 120L70 60L90 120L110 60M200 50L240 150L280 50";
        DrawnSignature signature = DrawnSignature.parse(path);
        assertThat(signature.path()).isEqualTo(path);
        assertThat(signature.strokes()).hasSize(2);
        assertThat(signature.svg()).contains(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "M10 10",
                "M10 10L11 10L12 10L11 11L12 12L11 12L10 12L12 10",
                "M10 100L30 60L50 120L70 60L90 120L110 60L130 60L601 10",
                "M10 100L30 60\"/><script>alert(1)</script>",
                "L10 100L30 60L50 120L70 60L90 120L110 60L130 70L150 80",
                "M-1 100L30 60L50 120L70 60L90 120L110 60L130 70L150 80"
            })
    void what_is_no_signature_is_refused(String path) {
        assertThatThrownBy(() -> DrawnSignature.parse(path)).isInstanceOf(ConsentFault.class);
    }

    @Test
    void a_scan_is_what_its_bytes_say() {
        assertThat(ScannedPaper.of(padded("%PDF-1.7", "%%EOF")).kind()).isEqualTo(ScannedPaper.Kind.PDF);
        assertThat(ScannedPaper.of(padded("\u00ff\u00d8\u00ff\u00e0", "")).kind())
                .isEqualTo(ScannedPaper.Kind.JPEG);
        assertThat(ScannedPaper.of(padded("\u0089PNG\r\n\u001a\n", "")).kind()).isEqualTo(ScannedPaper.Kind.PNG);
        assertThatThrownBy(() -> ScannedPaper.of(padded("%PDF-1.7", ""))).hasMessageContaining("cut off");
        assertThatThrownBy(() -> ScannedPaper.of(padded("<html>", ""))).hasMessageContaining("neither");
        assertThatThrownBy(() -> ScannedPaper.of(null)).hasMessageContaining("missing");
        assertThatThrownBy(() -> ScannedPaper.of(new byte[ScannedPaper.LARGEST + 1]))
                .hasMessageContaining("8 MB");
    }

    private static byte[] padded(String first, String last) {
        byte[] bytes = new byte[200];
        Arrays.fill(bytes, (byte) ' ');
        byte[] begin = first.getBytes(StandardCharsets.ISO_8859_1);
        byte[] end = last.getBytes(StandardCharsets.ISO_8859_1);
        System.arraycopy(begin, 0, bytes, 0, begin.length);
        System.arraycopy(end, 0, bytes, bytes.length - end.length, end.length);
        return bytes;
    }
}
