package org.yibaoban.portal.desk;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.yibaoban.quota.Quota;

/** Whom a quota is about, in the user's language. */
@Named
@ApplicationScoped
public class QuotaNames {

    @Inject
    private Places places;

    public String of(Quota quota) {
        return switch (quota.scope()) {
            case HOSPITAL -> places.getHospital();
            case DEPARTMENT -> places.department(quota.scopeCode());
            case DOCTOR -> places.doctor(quota.scopeCode());
        };
    }
}
