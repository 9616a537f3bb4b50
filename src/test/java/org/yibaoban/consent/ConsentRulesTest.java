package org.yibaoban.consent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.yibaoban.consent.Consents.RULES;
import static org.yibaoban.consent.Consents.item;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.money.Money;

class ConsentRulesTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "A, DRUG,       -,    -,    -,  1, 10.00, ''",
                "C, DRUG,       -,    -,    -,  1, 10.00, SELF_PAID",
                "C, DRUG,       -,    9.00, 限, 1, 10.00, SELF_PAID",
                "C, DRUG,       -,    -,    -,  1, 0.00,  ''",
                "C, DRUG,       -,    -,    -, -1,-10.00, SELF_PAID",
                "A, BED,        -,    60,   -,  2, 120.00, ''",
                "A, BED,        -,    60,   -,  2, 120.01, OVER_LIMIT",
                "A, DRUG,       -,    0.333333, -, 3, 1.00, ''",
                "A, DRUG,       -,    -,    限, 1, 10.00, RESTRICTED",
                "B, DRUG,       0.29, -,    -,  1, 10.00, ''",
                "B, DRUG,       0.30, -,    -,  1, 10.00, FIRST_SHARE",
                "B, HERB,       0.30, -,    -,  1, 10.00, FIRST_SHARE",
                "B, CONSUMABLE, 0.39, -,    -,  1, 10.00, ''",
                "B, CONSUMABLE, 0.40, -,    -,  1, 10.00, FIRST_SHARE",
                "B, EXAM,       0.49, -,    -,  1, 10.00, ''",
                "B, EXAM,       0.50, 9.00, 限, 1, 10.00, OVER_LIMIT RESTRICTED FIRST_SHARE"
            })
    void what_needs_consent(
            ItemClass itemClass,
            ChargeType type,
            String share,
            String limit,
            String restriction,
            BigDecimal quantity,
            String amount,
            String reasons) {
        assertThat(RULES.reasons(item(itemClass, type, share, limit, restriction), quantity, Money.of(amount)))
                .isEqualTo(words(reasons));
    }

    @Test
    void a_claim_waits_only_for_reasons_that_stop_it() {
        assertThat(RULES.stops(Set.of(ConsentReason.RESTRICTED))).isFalse();
        assertThat(RULES.stops(Set.of(ConsentReason.RESTRICTED, ConsentReason.OVER_LIMIT)))
                .isTrue();
        assertThat(RULES.stops(Set.of())).isFalse();
    }

    private static Set<ConsentReason> words(String reasons) {
        return reasons.isBlank()
                ? Set.of()
                : Arrays.stream(reasons.split(" ")).map(ConsentReason::valueOf).collect(Collectors.toSet());
    }
}
