package org.yibaoban.portal.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.fhir.client.PayerConnection;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.his.cdshooks.CdsServices;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.office.consent.ConsentPrinter;
import org.yibaoban.office.desk.OrderCheck;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.portal.i18n.Format;
import org.yibaoban.portal.print.ConsentSheet;

/** The only place where adapters are built. */
@ApplicationScoped
public class Adapters {

    @Inject
    @ConfigProperty(name = "yibaoban.payer.url", defaultValue = "http://localhost:8080/payer-sandbox/fhir")
    private URI payerUrl;

    /** Area code of the payer (admdvs). */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.code", defaultValue = "990000")
    private String payerCode;

    @Inject
    @ConfigProperty(name = "yibaoban.payer.connect.seconds", defaultValue = "5")
    private int connectSeconds;

    /** Shorter than the outbox's lease, so that no task is taken up twice while its answer is awaited. */
    @Inject
    @ConfigProperty(name = "yibaoban.payer.answer.seconds", defaultValue = "30")
    private int answerSeconds;

    @Produces
    @Singleton
    PayerGateway payer(Hospital hospital, Clock clock) {
        return new FhirPayerGateway(
                new PayerConnection(
                        payerUrl,
                        Duration.ofSeconds(connectSeconds),
                        Duration.ofSeconds(answerSeconds),
                        new Parties(hospital.code(), payerCode, hospital.zone())),
                clock);
    }

    @Produces
    @Singleton
    Hl7Intake hl7Intake(HisInbox inbox, Clock clock) {
        return new Hl7Intake(inbox, clock);
    }

    @Produces
    @Singleton
    ConsentPrinter consentPrinter(Hospital hospital, Format format) {
        return new ConsentSheet(hospital, format);
    }

    @Produces
    @Singleton
    CdsServices cdsServices(OrderCheck orders, Clock clock) {
        return new CdsServices(orders, clock);
    }
}
