package org.yibaoban.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PasswordRulesTest {

    private final PasswordRules rules = new PasswordRules(10, 3, Set.of("password", "1q2w3e4r5t"));

    @ParameterizedTest
    @CsvSource({
        "Ab1-Ab1-A, TOO_SHORT",
        "abcdefgh12, TOO_SIMPLE",
        "x-Office-1x, HOLDS_THE_NAME",
        "Password-2026, COMMON",
        "1Q2w3e4r5T, COMMON"
    })
    void whatIsWrongIsSaid(String password, PasswordRules.Fault fault) {
        assertThat(rules.faultOf("office", password)).contains(fault);
    }

    @Test
    void whatKeepsTheRulesMayBeUsedAlsoInChinese() {
        assertThat(rules.faultOf("office", "Hecheng#26")).isEmpty();
        assertThat(rules.faultOf("office", "禾城市第一人民医院aB3")).isEmpty();
        assertThat(rules.faultOf("office", "禾城市第一人民医院的")).contains(PasswordRules.Fault.TOO_SIMPLE);
    }
}
