package org.yibaoban.portal.api;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/** The office's JSON interface, described at {@code /openapi}. */
@ApplicationPath("/api")
public class OfficeApi extends Application {

    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(
                AuditResource.class,
                CashierResource.class,
                CatalogueResource.class,
                ClearingResource.class,
                Hl7FileResource.class,
                IndicatorsResource.class,
                VisitsResource.class,
                ConsentsResource.class,
                DecisionsResource.class,
                FixedPriceResource.class,
                PayerResource.class,
                ReconciliationResource.class,
                RegistrationsResource.class,
                WhatIfResource.class,
                TabularResource.class,
                PlainAddress.class,
                RefusalMapper.class,
                FailureMapper.class);
    }
}
