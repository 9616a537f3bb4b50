package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.control.TokenIssuers;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.his.HisLines;
import org.yibaoban.his.catalogue.CatalogueDoor;
import org.yibaoban.his.cdshooks.CdsServices;
import org.yibaoban.his.cdshooks.ClientTokens;
import org.yibaoban.his.cdshooks.HttpFhirReader;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.his.fhir.FhirFacade;
import org.yibaoban.his.fhir.tell.FhirHisGateway;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.his.hl7v2.Hl7MessageReading;
import org.yibaoban.his.hl7v2.MllpHisGateway;
import org.yibaoban.his.tabular.HisDatabase;
import org.yibaoban.his.tabular.TableMaps;
import org.yibaoban.his.tabular.TabularDoor;
import org.yibaoban.his.tabular.Teller;
import org.yibaoban.his.token.SystemTokens;
import org.yibaoban.office.catalogue.ChangeBook;
import org.yibaoban.office.consent.ConsentPrinter;
import org.yibaoban.office.control.Trail;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.message.MessageReading;
import org.yibaoban.office.notice.HisGateway;
import org.yibaoban.office.order.CardLedger;
import org.yibaoban.office.order.GivenCards;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.order.OrderAdvisor;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.report.ReportPrinter;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.PatientBook;
import org.yibaoban.office.tabular.ViewBook;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.print.ConsentSheet;
import org.yibaoban.portal.print.ReportSheet;
import org.yibaoban.portal.security.Role;

/** The only place where adapters are built. */
@ApplicationScoped
public class Adapters {

    /** Twice this, and the office's own work, fits into the half second of a hook. */
    private static final int HIS_ANSWER_MILLIS = 150;

    @Inject
    private PayerSettings payerSettings;

    /** The address of this server as CDS Hooks clients know it: their tokens are meant for it. */
    @Inject
    @ConfigProperty(name = "yibaoban.cds.url", defaultValue = "http://localhost:8080")
    private String cdsUrl;
    /** The HIS's database, whose views are polled; none is where this is empty. */
    @Inject
    @ConfigProperty(name = "yibaoban.his.db.url")
    private Optional<String> hisUrl;

    /** User there. */
    @Inject
    @ConfigProperty(name = "yibaoban.his.db.user")
    private Optional<String> hisUser;

    /** Password there. */
    @Inject
    @ConfigProperty(name = "yibaoban.his.db.password")
    private Optional<String> hisPassword;

    /** Class of a driver that does not announce itself. */
    @Inject
    @ConfigProperty(name = "yibaoban.his.db.driver")
    private Optional<String> hisDriver;

    @Produces
    @Singleton
    PayerGateway payer(Hospital hospital, Clock clock, PayerBreaker breaker) {
        FhirPayerGateway payer =
                new FhirPayerGateway(payerSettings.connection(parties(hospital)), payerSettings.reversal(), clock);
        return new BreakingPayerGateway(payer, breaker);
    }

    @Produces
    @Singleton
    Parties parties(Hospital hospital) {
        return new Parties(hospital.code(), payerSettings.code(), hospital.zone());
    }

    /** What comes through it may be what a message of the HL7 v2 door waits for. */
    @Produces
    @Singleton
    FhirFacade fhirFacade(HisReads reads, HisInbox inbox, Trail trail, Hospital hospital, Clock clock, Hl7Intake hl7) {
        return new FhirFacade(reads, inbox, trail, parties(hospital), clock, Role.HIS_SYSTEM.key(), hl7::tryWaiting);
    }

    @Produces
    @Singleton
    Hl7Intake hl7Intake(HisInbox inbox, Clock clock, Dialects dialects, Teller teller) {
        return new Hl7Intake(inbox, clock, dialects, teller::again);
    }

    @Produces
    @Singleton
    Teller teller(HisInbox inbox, LoadBook loads, PatientBook patients, Clock clock) {
        return new Teller(inbox, loads, patients, clock);
    }

    @Produces
    @Singleton
    TabularDoor tabularDoor(TableMaps maps, LoadBook loads, ViewBook views, Teller teller, Hl7Intake hl7, Clock clock) {
        HisDatabase database =
                new HisDatabase(hisUrl.orElse(""), hisUser.orElse(""), hisPassword.orElse(""), hisDriver.orElse(""));
        return new TabularDoor(maps, database, loads, views, teller, clock, hl7::tryWaiting);
    }

    @Produces
    @Singleton
    CatalogueDoor catalogueDoor(LoadBook loads, ChangeBook changes, Clock clock) {
        return new CatalogueDoor(loads, changes, clock);
    }

    @Produces
    @Singleton
    MessageReading messageReading(Dialects dialects) {
        return new Hl7MessageReading(dialects::charset);
    }

    @Produces
    @Singleton
    CdsServices cdsServices(OrderAdvisor advisor, CardLedger cards, HookClients clients, Clock clock) {
        return new CdsServices(
                advisor,
                cards,
                new HttpFhirReader(clients.fhirServers(), Duration.ofMillis(HIS_ANSWER_MILLIS)),
                clients.itemSystems(),
                cdsUrl,
                clock);
    }

    @Produces
    @Singleton
    HisGateway hisGateway(Hospital hospital, Clock clock) {
        return new HisLines(new MllpHisGateway(clock), new FhirHisGateway(parties(hospital)));
    }

    @Produces
    @Singleton
    ClientTokens clientTokens(HookClients clients, GivenCards used, Clock clock) {
        return new ClientTokens(clients, cdsUrl, used::useToken, clock);
    }

    @Produces
    @Singleton
    SystemTokens systemTokens(TokenIssuers issuers, Clock clock) {
        return new SystemTokens(issuers, clock);
    }

    @Produces
    @Singleton
    ConsentPrinter consentPrinter(Hospital hospital, Format format) {
        return new ConsentSheet(hospital, format);
    }

    @Produces
    @Singleton
    ReportPrinter reportPrinter(Format format) {
        return new ReportSheet(format);
    }
}
