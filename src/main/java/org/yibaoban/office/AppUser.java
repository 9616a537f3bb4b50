package org.yibaoban.office;

import java.util.Optional;
import java.util.Set;

/**
 * Someone who is signed in.
 *
 * @param roles such as {@code ward-doctor}, {@code insurance-officer}, {@code billing-clerk}, {@code his-system}
 * @param department the department whose patients a ward doctor sees
 */
public record AppUser(
        String username, String displayName, String englishName, Set<String> roles, Optional<String> department) {}
