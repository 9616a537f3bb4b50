package org.yibaoban.control;

import java.util.Collection;
import java.util.Set;

/**
 * Who approves what another prepared.
 *
 * @param approves the roles of which the second person has one
 * @param source what asks for two persons
 */
public record Duty(TwoPersons action, Set<String> approves, String source) {

    public Duty {
        approves = Set.copyOf(approves);
    }

    /** Whether somebody with these roles may be the second person. */
    public boolean isFor(Collection<String> roles) {
        return roles.stream().anyMatch(approves::contains);
    }
}
