package org.yibaoban.benefit;

import java.util.Arrays;
import java.util.Optional;
import org.yibaoban.membership.Member;
import org.yibaoban.membership.MemberCategory;

/** Persons for whom a plan has terms of their own, the closest first: the poor, civil servants, then the category. */
public enum PersonGroup {
    POOR("poor", "建档立卡贫困人员"),
    CIVIL_SERVANT("civil-servant", "公务员"),
    IN_SERVICE("in-service", "在职"),
    RETIRED("retired", "退休"),
    RESIDENT("resident", "居民");

    private final String key;
    private final String chinese;

    PersonGroup(String key, String chinese) {
        this.key = key;
        this.chinese = chinese;
    }

    /** The word used in plan files. */
    public String key() {
        return key;
    }

    public String chinese() {
        return chinese;
    }

    public boolean includes(Member member) {
        return switch (this) {
            case POOR -> member.poor();
            case CIVIL_SERVANT -> member.civilServant();
            case IN_SERVICE -> member.category() == MemberCategory.IN_SERVICE;
            case RETIRED -> member.category() == MemberCategory.RETIRED;
            case RESIDENT -> member.category() == MemberCategory.RESIDENT;
        };
    }

    public static Optional<PersonGroup> ofKey(String key) {
        return Arrays.stream(values()).filter(group -> group.key.equals(key)).findFirst();
    }
}
