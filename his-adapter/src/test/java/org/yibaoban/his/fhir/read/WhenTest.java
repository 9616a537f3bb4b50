package org.yibaoban.his.fhir.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.selection.Between;

class WhenTest {

    private final When when = new When("date", Views.ZONE);

    @ParameterizedTest
    @CsvSource({
        "2026, 2025-12-31T16:00:00Z, 2026-12-31T16:00:00Z",
        "2026-11, 2026-10-31T16:00:00Z, 2026-11-30T16:00:00Z",
        "2026-11-22, 2026-11-21T16:00:00Z, 2026-11-22T16:00:00Z",
        "ge2026-11-22, 2026-11-21T16:00:00Z, ",
        "gt2026-11-22, 2026-11-22T16:00:00Z, ",
        "lt2026-11-22, , 2026-11-21T16:00:00Z",
        "le2026-11-22, , 2026-11-22T16:00:00Z",
        "2026-11-22T08:00:00+08:00, 2026-11-22T00:00:00Z, 2026-11-22T00:00:01Z",
        "ge2026-11-22T00:00:00.123Z, 2026-11-22T00:00:00.123Z, ",
        "gt2026-11-22T00:00:00.123Z, 2026-11-22T00:00:00.124Z, "
    })
    void a_date_is_the_stretch_that_it_covers_in_the_hospitals_zone(String token, Instant from, Instant before) {
        assertThat(when.moments(token))
                .isEqualTo(new Between<Instant>(Optional.ofNullable(from), Optional.ofNullable(before)));
    }

    @Test
    void two_ends_make_a_stretch() {
        assertThat(when.moments("ge2026-11-22", "lt2026-11-23"))
                .isEqualTo(new Between<Instant>(
                        Optional.of(Instant.parse("2026-11-21T16:00:00Z")),
                        Optional.of(Instant.parse("2026-11-22T16:00:00Z"))));
    }

    @Test
    void a_prefix_that_means_nothing_here_is_refused() {
        assertThatThrownBy(() -> when.moments("ap2026-11-22"))
                .isInstanceOf(FhirFault.class)
                .hasMessageContaining("date");
    }
}
