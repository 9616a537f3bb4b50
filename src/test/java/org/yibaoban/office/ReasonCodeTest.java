package org.yibaoban.office;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ReasonCodeTest {

    @Test
    void eachCodeStandsForOneReason() {
        assertThat(Arrays.stream(ReasonCode.values()).map(ReasonCode::code)).doesNotHaveDuplicates();
    }
}
