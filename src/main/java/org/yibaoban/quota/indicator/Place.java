package org.yibaoban.quota.indicator;

import java.util.ArrayList;
import java.util.List;

/**
 * Where something counts; each code may be blank where it is not known.
 *
 * @param payer code of the insurance (national insutype), {@link #NO_PAYER} for who pays all himself
 */
public record Place(String department, String ward, String doctor, String payer) {

    /** Stands where the code of an insurance stands. */
    public static final String NO_PAYER = "self";

    /** The hospital and all that is known of the rest. */
    public List<Scope> scopes() {
        List<Scope> scopes = new ArrayList<>(List.of(Scope.HOSPITAL));
        add(scopes, Scope.Kind.DEPARTMENT, department);
        add(scopes, Scope.Kind.WARD, ward);
        add(scopes, Scope.Kind.DOCTOR, doctor);
        add(scopes, Scope.Kind.PAYER, payer);
        return scopes;
    }

    private static void add(List<Scope> scopes, Scope.Kind kind, String code) {
        if (!code.isBlank()) {
            scopes.add(new Scope(kind, code));
        }
    }
}
