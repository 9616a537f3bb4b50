package org.yibaoban.control;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;

/**
 * What a password must be.
 *
 * @param length characters at least
 * @param classes of the four (capitals, small letters, digits, others) at least so many
 * @param common in small letters: what everybody tries first
 */
public record PasswordRules(int length, int classes, Set<String> common) {

    private static final List<IntPredicate> CLASSES = List.of(
            Character::isUpperCase, Character::isLowerCase, Character::isDigit, c -> !Character.isLetterOrDigit(c));

    public PasswordRules {
        common = Set.copyOf(common);
    }

    /** What is wrong with a password. */
    public enum Fault {
        TOO_SHORT("密码太短", "The password is too short"),
        TOO_SIMPLE("大写字母、小写字母、数字、符号的种类太少", "Too few of capitals, small letters, digits and signs"),
        HOLDS_THE_NAME("密码不能包含用户名", "The password holds the user name"),
        COMMON("密码过于常见", "The password is one of the most common");

        private final String chinese;
        private final String english;

        Fault(String chinese, String english) {
            this.chinese = chinese;
            this.english = english;
        }

        public String chinese() {
            return chinese;
        }

        public String english() {
            return english;
        }
    }

    /** The first fault, empty when it may be used. A letter without case, such as a Chinese one, is of no class but counts. */
    public Optional<Fault> faultOf(String username, String password) {
        String small = password.toLowerCase(Locale.ROOT);
        if (password.codePointCount(0, password.length()) < length) {
            return Optional.of(Fault.TOO_SHORT);
        }
        if (small.contains(username.toLowerCase(Locale.ROOT))) {
            return Optional.of(Fault.HOLDS_THE_NAME);
        }
        if (common.contains(small) || common.contains(small.replaceAll("[^a-z]+$", ""))) {
            return Optional.of(Fault.COMMON);
        }
        long found = CLASSES.stream()
                .filter(kind -> Arrays.stream(password.codePoints().toArray()).anyMatch(kind))
                .count();
        return found < classes ? Optional.of(Fault.TOO_SIMPLE) : Optional.empty();
    }
}
