package org.yibaoban.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class IdentityKeysTest {

    private static final String NUMBER = "990000196707207192";
    private static final String OLD = "k1:" + Base64.getEncoder().encodeToString(new byte[32]);
    private static final String NEW = "k2:" + Base64.getEncoder().encodeToString(new byte[33]);

    @Test
    void aSealedNumberIsOpenedUnderItsKeyAndShowsNothingOfItself() {
        String sealed = IdentityKeys.of(OLD).seal(NUMBER);

        assertThat(sealed).startsWith("k1:").doesNotContain(NUMBER, "19670720").hasSizeLessThan(200);
        assertThat(IdentityKeys.of(OLD).open(sealed)).isEqualTo(NUMBER);
        assertThat(IdentityKeys.of(OLD).seal(NUMBER)).isEqualTo(sealed);
        assertThat(IdentityKeys.of(OLD).seal("990000196707207193")).isNotEqualTo(sealed);
    }

    @Test
    void afterAChangeOfKeysOldNumbersAreOpenedAndNewOnesSealedUnderTheFirst() {
        IdentityKeys both = IdentityKeys.of(NEW + ", " + OLD);
        String old = IdentityKeys.of(OLD).seal(NUMBER);

        assertThat(both.open(old)).isEqualTo(NUMBER);
        assertThat(both.seal(NUMBER)).startsWith("k2:");
        assertThat(both.forms(NUMBER)).containsExactlyInAnyOrder(NUMBER, old, both.seal(NUMBER));
    }

    @Test
    void withoutKeysNumbersStayAsTheyAreAndASealedOneIsAnError() {
        IdentityKeys none = IdentityKeys.of("");

        assertThat(none.seal(NUMBER)).isEqualTo(NUMBER);
        assertThat(none.open(NUMBER)).isEqualTo(NUMBER);
        assertThatThrownBy(() -> none.open(IdentityKeys.of(OLD).seal(NUMBER)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("k1");
    }

    @Test
    void aNumberThatWasChangedInTheStoreIsAnError() {
        String sealed = IdentityKeys.of(OLD).seal(NUMBER);
        char last = sealed.charAt(20);
        String changed = sealed.substring(0, 20) + (last == 'A' ? 'B' : 'A') + sealed.substring(21);

        assertThatThrownBy(() -> IdentityKeys.of(OLD).open(changed)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aShortOrNamelessKeyIsRefusedWithoutRepeatingIt() {
        assertThatThrownBy(() -> IdentityKeys.of("k1:c2hvcnQ="))
                .hasMessageContaining("k1")
                .hasMessageNotContaining("c2hvcnQ=");
        assertThatThrownBy(() -> IdentityKeys.of("c2VjcmV0")).hasMessageNotContaining("c2VjcmV0");
    }
}
