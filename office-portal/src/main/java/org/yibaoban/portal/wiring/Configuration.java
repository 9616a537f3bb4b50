package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.time.Clock;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.benefit.Plans;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.config.AuditReader;
import org.yibaoban.config.CatalogueReader;
import org.yibaoban.config.HospitalReader;
import org.yibaoban.config.KnowledgeReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.config.QuotaReader;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.quota.Quotas;

/** What is read from {@code config/} at the start. A fault there stops the start with file, line and reason. */
@ApplicationScoped
public class Configuration {

    @Inject
    @ConfigProperty(name = "yibaoban.config.dir", defaultValue = "config")
    private String folder;

    @Produces
    @Singleton
    Hospital hospital() {
        return HospitalReader.read(folder());
    }

    @Produces
    @Singleton
    Catalogue catalogue() {
        return CatalogueReader.read(folder());
    }

    @Produces
    @Singleton
    Plans plans() {
        return PlanReader.read(folder());
    }

    @Produces
    @Singleton
    Quotas quotas() {
        return new Quotas(QuotaReader.read(folder()));
    }

    @Produces
    @Singleton
    AuditSettings auditSettings() {
        return AuditReader.read(folder());
    }

    @Produces
    @Singleton
    Knowledge knowledge() {
        return KnowledgeReader.read(folder());
    }

    /** The one clock: the hospital's own time. */
    @Produces
    @Singleton
    Clock clock(Hospital hospital) {
        return Clock.system(hospital.zone());
    }

    /** Where it all is. */
    public Path folder() {
        return Path.of(folder);
    }
}
