package org.yibaoban.portal.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.time.Clock;
import java.time.LocalDate;
import org.yibaoban.audit.AuditSettings;
import org.yibaoban.audit.Knowledge;
import org.yibaoban.benefit.Plans;
import org.yibaoban.config.DemoUsers;
import org.yibaoban.config.QuotaReader;
import org.yibaoban.config.RetentionReader;
import org.yibaoban.consent.ConsentRules;
import org.yibaoban.control.SignOnProvider;
import org.yibaoban.control.SingleSignOn;
import org.yibaoban.control.TokenIssuer;
import org.yibaoban.control.TokenIssuers;
import org.yibaoban.his.dialect.Dialects;
import org.yibaoban.his.tabular.TableMaps;
import org.yibaoban.office.AppUser;
import org.yibaoban.office.Users;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.hospital.Hospital;
import org.yibaoban.office.notice.HisReceivers;
import org.yibaoban.office.order.HookClients;
import org.yibaoban.office.payer.PayerGateway;
import org.yibaoban.office.quota.QuotaDesk;
import org.yibaoban.quota.indicator.LargeEquipment;
import org.yibaoban.quota.payment.PaymentAgreement;
import org.yibaoban.quota.payment.PaymentAgreements;

/**
 * Reads all of {@code config/} before any door opens: a fault in it fails the deployment, and the server never becomes
 * ready. Adds the demonstration's users where the folder has them.
 */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class StartCheck {

    private static final Logger LOG = System.getLogger(StartCheck.class.getName());

    @Inject
    private Configuration configuration;

    @Inject
    private Hospital hospital;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Plans plans;

    @Inject
    private QuotaDesk quotas;

    @Inject
    private PaymentAgreements agreements;

    @Inject
    private LargeEquipment largeEquipment;

    @Inject
    private HisReceivers receivers;

    @Inject
    private HookClients hookClients;

    @Inject
    private TokenIssuers tokenIssuers;

    @Inject
    private SingleSignOn signOn;

    @Inject
    private TableMaps tables;

    @Inject
    private Dialects dialects;

    @Inject
    private ConsentRules consentRules;

    @Inject
    private AuditSettings audit;

    @Inject
    private Knowledge knowledge;

    @Inject
    private PayerGateway payer;

    @Inject
    private Users users;

    @Inject
    private FirstAdministrator firstAdministrator;

    @Inject
    private Clock clock;

    @PostConstruct
    void check() {
        LocalDate today = LocalDate.now(clock);
        hospital.plansByInsurance().forEach((insurance, plan) -> {
            if (plans.inForce(plan, today).isEmpty()) {
                throw new IllegalStateException(configuration.folder().resolve("hospital.yaml") + ": plan " + plan
                        + " of insurance " + insurance.code() + " is not in force on " + today);
            }
        });
        agreements.all().forEach(this::departmentsAreKnown);
        if (Files.exists(configuration.folder().resolve("retention.yaml"))) {
            // read again by the command that counts
            RetentionReader.read(configuration.folder());
        }
        quotas.seed(QuotaReader.read(configuration.folder()));
        LOG.log(
                Level.INFO,
                "{0}: {1} items, {2} quotas, plans {3}, {4} systems to tell, {5} clients of the hooks, {6} column maps, dialects {7}, consent for {8}, {9} knowledge points, two persons overrule above {10} yuan, paid by {11}, {12} items of large equipment, tokens of {13}, people by {14}",
                hospital.code(),
                catalogues.current().size(),
                quotas.holding().size(),
                plans.ids(),
                receivers.all().size(),
                hookClients.clients().size(),
                tables.all().size(),
                dialects.ids(),
                consentRules.stops().keySet(),
                knowledge.size(),
                audit.twoPersonsAbove(),
                agreements.all().stream().map(PaymentAgreement::id).toList(),
                largeEquipment.items().size(),
                tokenIssuers.all().stream().map(TokenIssuer::key).toList(),
                signOn.provider().map(SignOnProvider::issuer).orElse("passwords"));
        if (configuration.hasDemoUsers()) {
            DemoUsers.read(configuration.folder()).forEach(this::add);
        } else {
            firstAdministrator.make();
        }
    }

    /** A misspelt department would leave its stays to another way of paying, and nobody would see it. */
    private void departmentsAreKnown(PaymentAgreement agreement) {
        agreement
                .methods()
                .forEach(method -> method.departments().stream()
                        .filter(code -> hospital.department(code).isEmpty())
                        .forEach(code -> {
                            throw new IllegalStateException(
                                    configuration.folder().resolve("payment").resolve(agreement.id() + ".yaml")
                                            + ": method " + method.id() + " names department " + code
                                            + ", which hospital.yaml does not");
                        }));
    }

    private void add(DemoUsers.DemoUser user) {
        users.addIfAbsent(
                new AppUser(user.username(), user.chineseName(), user.englishName(), user.roles(), user.department()),
                user.password());
    }
}
