package org.yibaoban.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityNumberTest {

    /** The standard's own sample and numbers on the unassigned prefix (facts/domain.md, section 9). */
    @ParameterizedTest
    @CsvSource({
        "11010519491231002X, 1949-12-31, FEMALE",
        "990000198001010012, 1980-01-01, MALE",
        "990000195506150025, 1955-06-15, FEMALE",
        "990000202403010030, 2024-03-01, MALE",
        "990000199912310045, 1999-12-31, FEMALE"
    })
    void a_sound_number_tells_birth_and_sex(String number, LocalDate birth, Sex sex) {
        IdentityNumber identity = new IdentityNumber(number);
        assertThat(identity.birthDate()).isEqualTo(birth);
        assertThat(identity.sex()).isEqualTo(sex);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "110105194912310021", // check character
                "990000198002300019", // 30 February
                "99000019800101001", // too short
                "9900001980010100123", // too long
                "99000019800101001x", // small x
                "990000 98001010012",
                ""
            })
    void a_wrong_number_is_refused_without_being_quoted(String number) {
        assertThat(IdentityNumber.fault(number)).isPresent();
        assertThatThrownBy(() -> new IdentityNumber(number))
                .isInstanceOf(IllegalArgumentException.class)
                .satisfies(fault -> assertThat(
                                number.isEmpty() || !fault.getMessage().contains(number))
                        .isTrue());
    }

    @Property
    void one_wrong_digit_is_always_found(
            @ForAll @IntRange(min = 1, max = 998) int sequence,
            @ForAll @IntRange(min = 0, max = 16) int place,
            @ForAll @IntRange(min = 1, max = 9) int shift) {
        String body = "99000019800101" + String.format("%03d", sequence);
        String sound = body + IdentityNumber.check(body);
        int digit = (sound.charAt(place) - '0' + shift) % 10;
        String wrong = sound.substring(0, place) + digit + sound.substring(place + 1);
        assertThat(IdentityNumber.fault(sound)).isEmpty();
        assertThat(IdentityNumber.fault(wrong)).isPresent();
    }

    @Test
    void its_text_is_masked() {
        assertThat(new IdentityNumber("990000198001010012")).hasToString("990000**********12");
    }
}
