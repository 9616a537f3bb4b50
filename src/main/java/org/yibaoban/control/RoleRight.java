package org.yibaoban.control;

import java.util.Set;

/**
 * A role as the hospital's rights name it.
 *
 * @param includes roles whose rights it has too
 * @param notTogether roles that no person holds beside it, for one would then watch over oneself
 * @param inDepartment whether its rights end at the own department
 * @param system whether it is a machine's, which has no page and no password of its own choosing
 * @param source what asks for the role
 */
public record RoleRight(
        String key,
        String chinese,
        String english,
        Set<String> includes,
        Set<String> notTogether,
        boolean inDepartment,
        boolean system,
        String source) {

    public RoleRight {
        includes = Set.copyOf(includes);
        notTogether = Set.copyOf(notTogether);
    }
}
