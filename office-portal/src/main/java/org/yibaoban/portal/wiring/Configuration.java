package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.benefit.Plans;
import org.yibaoban.catalogue.Registers;
import org.yibaoban.config.AuditReader;
import org.yibaoban.config.CatalogueReader;
import org.yibaoban.config.CdsClientsReader;
import org.yibaoban.config.ConsentReader;
import org.yibaoban.config.HospitalReader;
import org.yibaoban.config.KnowledgeReader;
import org.yibaoban.config.LargeEquipmentReader;
import org.yibaoban.config.PaymentReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.config.ReceiverReader;
import org.yibaoban.config.RightsReader;
import org.yibaoban.config.SingleSignOnReader;
import org.yibaoban.config.TokenIssuersReader;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.control.Rights;
import org.yibaoban.control.SingleSignOn;
import org.yibaoban.control.TokenIssuers;
import org.yibaoban.his.dialect.DialectReader;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.his.tabular.MapReader;
import org.yibaoban.his.tabular.TableMaps;
import org.yibaoban.office.catalogue.SumLag;
import org.yibaoban.office.his.WaitingLimit;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.notice.HisReceivers;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.quota.indicator.LargeEquipment;
import org.yibaoban.quota.payment.PaymentAgreements;

/** What is read from {@code config/} at the start. A fault there stops the start with file, line and reason. */
@ApplicationScoped
public class Configuration {

    /** The folder with plans, rules, catalogue, quotas and dialects; the launcher sets it. */
    @Inject
    @ConfigProperty(name = "yibaoban.config.dir", defaultValue = "config")
    private String folder;

    /**
     * Hours that a message waits for what it names, such as a charge for its admission; after them it is for a person to look
     * at.
     */
    @Inject
    @ConfigProperty(name = "yibaoban.waiting.hours", defaultValue = "24")
    private int waitingHours;

    /** How far the items' month sums stay behind the ledger, in seconds: longer than a transaction that posts charges may take. */
    @Inject
    @ConfigProperty(name = "yibaoban.catalogue.sums.lag.seconds", defaultValue = "600")
    private int sumLagSeconds;

    @Inject
    private PayerSettings payer;

    @Produces
    @Singleton
    Hospital hospital() {
        return HospitalReader.read(folder());
    }

    @Produces
    @Singleton
    Registers registers() {
        return CatalogueReader.registers(folder());
    }

    @Produces
    @Singleton
    Plans plans() {
        return PlanReader.read(folder());
    }

    @Produces
    @Singleton
    PaymentAgreements paymentAgreements() {
        return PaymentReader.read(folder()).ofPayer(payer.code());
    }

    @Produces
    @Singleton
    LargeEquipment largeEquipment() {
        return LargeEquipmentReader.read(folder());
    }

    @Produces
    @Singleton
    AuditSettings auditSettings() {
        return AuditReader.read(folder());
    }

    @Produces
    @Singleton
    Rights rights() {
        return RightsReader.read(folder());
    }

    @Produces
    @Singleton
    TokenIssuers tokenIssuers(Rights rights) {
        return TokenIssuersReader.read(folder(), rights);
    }

    @Produces
    @Singleton
    SingleSignOn singleSignOn(Rights rights) {
        return SingleSignOnReader.read(folder(), rights);
    }

    @Produces
    @Singleton
    HisReceivers receivers() {
        return ReceiverReader.read(folder());
    }

    @Produces
    @Singleton
    Knowledge knowledge() {
        return KnowledgeReader.read(folder());
    }

    @Produces
    @Singleton
    HookClients hookClients() {
        return CdsClientsReader.read(folder());
    }

    @Produces
    @Singleton
    TableMaps tableMaps(Hospital hospital) {
        return MapReader.read(folder(), hospital.zone());
    }

    @Produces
    @Singleton
    Dialects dialects() {
        return DialectReader.read(folder());
    }

    @Produces
    @Singleton
    ConsentRules consentRules() {
        return ConsentReader.read(folder());
    }

    /** The one clock: the hospital's own time. */
    @Produces
    @Singleton
    Clock clock(Hospital hospital) {
        return Clock.system(hospital.zone());
    }

    @Produces
    @Singleton
    WaitingLimit waitingLimit() {
        return new WaitingLimit(Duration.ofHours(waitingHours));
    }

    @Produces
    @Singleton
    SumLag sumLag() {
        return new SumLag(Duration.ofSeconds(sumLagSeconds));
    }

    /** Whether the demonstration's people are there, whose passwords everybody knows. */
    public boolean hasDemoUsers() {
        return Files.exists(folder().resolve("demo").resolve("users.yaml"));
    }

    /** Where it all is. */
    public Path folder() {
        return Path.of(folder);
    }
}
