package org.yibaoban.portal.wiring;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.properties.HasOwner;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ejb.Schedule;
import jakarta.ejb.Timeout;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.yibaoban.fhir.client.FhirPayerGateway;
import org.yibaoban.his.cdshooks.CdsServices;
import org.yibaoban.his.cdshooks.ClientTokens;
import org.yibaoban.his.cdshooks.HttpFhirReader;
import org.yibaoban.his.fhir.FhirFacade;
import org.yibaoban.his.hl7v2.Hl7Intake;
import org.yibaoban.his.hl7v2.MllpServer;
import org.yibaoban.his.tabular.TabularDoor;
import org.yibaoban.his.tabular.Teller;
import org.yibaoban.his.token.SystemTokens;

/** The walls that only the portal can see, for it knows all modules. */
class WiringWallsTest {

    private static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("org.yibaoban");

    @Test
    void only_the_wiring_builds_adapters() {
        for (Class<?> adapter : List.of(
                FhirPayerGateway.class,
                FhirFacade.class,
                Hl7Intake.class,
                MllpServer.class,
                CdsServices.class,
                ClientTokens.class,
                SystemTokens.class,
                HttpFhirReader.class,
                TabularDoor.class,
                Teller.class)) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.yibaoban.portal.wiring..")
                    .and()
                    .doNotHaveFullyQualifiedName(adapter.getName())
                    .should()
                    .callConstructorWhere(JavaCall.Predicates.target(
                            HasOwner.Predicates.With.owner(JavaClass.Predicates.equivalentTo(adapter))))
                    .check(ALL);
        }
    }

    /** A task handed to it runs in the context of who hands it in, and closes that one's entity manager: {@link Background}. */
    @Test
    void nobody_hands_tasks_to_the_servers_executor() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName(ManagedExecutorService.class.getName())
                .check(ALL);
        noClasses()
                .that()
                .resideOutsideOfPackage("org.yibaoban.portal.wiring..")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(ManagedScheduledExecutorService.class)
                .check(ALL);
    }

    @Test
    void what_a_timer_does_is_guarded() {
        methods()
                .that()
                .areAnnotatedWith(Schedule.class)
                .or()
                .areAnnotatedWith(Timeout.class)
                .should(runGuardedWork())
                .check(ALL);
    }

    /** See {@link TimerWork}. */
    private static ArchCondition<JavaMethod> runGuardedWork() {
        return new ArchCondition<>("run its work by TimerWork or OneAtATime") {
            @Override
            public void check(JavaMethod method, ConditionEvents events) {
                boolean guarded = method.getMethodCallsFromSelf().stream()
                        .filter(call -> call.getName().equals("run"))
                        .map(JavaCall::getTargetOwner)
                        .anyMatch(owner ->
                                owner.isEquivalentTo(TimerWork.class) || owner.isEquivalentTo(OneAtATime.class));
                events.add(new SimpleConditionEvent(method, guarded, method.getFullName()));
            }
        };
    }

    @Test
    void modules_depend_downwards_only() {
        noClasses()
                .that()
                .resideInAPackage("org.yibaoban.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yibaoban.his..", "org.yibaoban.portal..", "org.yibaoban.store..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("org.yibaoban.his..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.yibaoban.portal..", "org.yibaoban.store..")
                .check(ALL);
        noClasses()
                .that()
                .resideInAPackage("org.yibaoban.his..")
                .and()
                .resideOutsideOfPackage("org.yibaoban.his.fhir..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.yibaoban.fhir..")
                .check(ALL);
    }

    @Test
    void pages_and_doors_hold_no_transaction_and_no_row() {
        noClasses()
                .that()
                .resideInAPackage("org.yibaoban.portal..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("jakarta.transaction..", "org.yibaoban.store..")
                .check(ALL);
    }

    @Test
    void the_persistence_unit_lists_every_row() throws IOException {
        List<String> rows = ALL.stream()
                .filter(type -> type.isAnnotatedWith(Entity.class)
                        || type.isAnnotatedWith(Embeddable.class)
                        || type.isAnnotatedWith(Converter.class))
                .map(JavaClass::getName)
                .toList();
        assertThat(listedRows()).containsExactlyInAnyOrderElementsOf(rows);
    }

    private static List<String> listedRows() throws IOException {
        try (InputStream unit = WiringWallsTest.class.getResourceAsStream("/META-INF/persistence.xml")) {
            String text = new String(unit.readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("<class>(.*?)</class>")
                    .matcher(text)
                    .results()
                    .map((MatchResult found) -> found.group(1))
                    .toList();
        }
    }
}
