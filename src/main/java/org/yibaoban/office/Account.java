package org.yibaoban.office;

/**
 * An account that is open.
 *
 * @param mustChange whether its password is one that another person knows: nothing but changing it is allowed then
 */
public record Account(AppUser user, boolean mustChange) {}
