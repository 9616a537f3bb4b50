package org.yibaoban.control;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** The roles there are, and the rules for getting in; read from {@code config/rights.yaml}. */
public record Rights(List<RoleRight> roles, PasswordRules passwords, LoginRules logins, List<Duty> duties) {

    public Rights {
        roles = List.copyOf(roles);
        duties = List.copyOf(duties);
    }

    public Optional<RoleRight> role(String key) {
        return roles.stream().filter(role -> role.key().equals(key)).findFirst();
    }

    /** Who approves it; the reader sees to it that each is there. */
    public Duty duty(TwoPersons action) {
        return duties.stream()
                .filter(duty -> duty.action() == action)
                .findFirst()
                .orElseThrow();
    }

    /** The roles given with all that they include. */
    public Set<String> with(Collection<String> given) {
        Set<String> all = new TreeSet<>();
        Deque<String> next = new ArrayDeque<>(given);
        while (!next.isEmpty()) {
            String key = next.pop();
            if (all.add(key)) {
                role(key).ifPresent(role -> next.addAll(role.includes()));
            }
        }
        return Set.copyOf(all);
    }

    /** Two of the roles that one person may not hold together, in words; empty when all go together. */
    public Optional<String> clash(Collection<String> given) {
        Set<String> all = with(given);
        return roles.stream()
                .filter(role -> all.contains(role.key()))
                .flatMap(role ->
                        role.notTogether().stream().filter(all::contains).map(other -> role.key() + " + " + other))
                .findFirst();
    }

    /** Whether one of the roles ends at a department, so that its holder needs one. */
    public boolean needsDepartment(Collection<String> given) {
        return given.stream().flatMap(key -> role(key).stream()).anyMatch(RoleRight::inDepartment);
    }

    /** Whether all of the roles are a machine's. */
    public boolean areSystems(Collection<String> given) {
        return given.stream()
                .allMatch(key -> role(key).filter(RoleRight::system).isPresent());
    }
}
