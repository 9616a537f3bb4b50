package org.yibaoban.walls;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.persistence.Entity;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** The walls of DESIGN.md, held for the whole core. */
@AnalyzeClasses(packages = "org.yibaoban", importOptions = ImportOption.DoNotIncludeTests.class)
class WallsTest {

    private static final String[] PURE = {
        "org.yibaoban.money..",
        "org.yibaoban.catalogue..",
        "org.yibaoban.membership..",
        "org.yibaoban.visit..",
        "org.yibaoban.benefit..",
        "org.yibaoban.bulletin..",
        "org.yibaoban.charge..",
        "org.yibaoban.complaint..",
        "org.yibaoban.consent..",
        "org.yibaoban.quota..",
        "org.yibaoban.settlement..",
        "org.yibaoban.audit..",
        "org.yibaoban.review..",
        "org.yibaoban.control.."
    };

    @ArchTest
    static final ArchRule pure_rules_know_no_framework = classes()
            .that()
            .resideInAnyPackage(PURE)
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(join(PURE, "java.."));

    @ArchTest
    static final ArchRule no_circles_between_packages =
            slices().matching("org.yibaoban.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule the_core_knows_no_message_format_and_no_page = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "ca.uhn..",
                    "org.hl7..",
                    "jakarta.ws.rs..",
                    "jakarta.faces..",
                    "jakarta.servlet..",
                    "jakarta.json..");

    @ArchTest
    static final ArchRule rows_stay_in_the_store =
            classes().that().areAnnotatedWith(Entity.class).should().resideInAPackage("org.yibaoban.store");

    @ArchTest
    static final ArchRule only_the_store_knows_persistence = noClasses()
            .that()
            .resideOutsideOfPackages("org.yibaoban.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.persistence..");

    @ArchTest
    static final ArchRule the_store_knows_no_use_case = noClasses()
            .that()
            .resideInAPackage("org.yibaoban.store..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.yibaoban.office..");

    @ArchTest
    static final ArchRule now_comes_from_an_injected_clock = classes()
            .should(new ArchCondition<>("ask only a Clock for the time") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    type.getMethodCallsFromSelf().stream()
                            .filter(WallsTest::asksTheMachine)
                            .forEach(call -> events.add(SimpleConditionEvent.violated(call, call.getDescription())));
                }
            });

    @ArchTest
    static final ArchRule no_binary_fractions = classes().should(new ArchCondition<>("have no float or double") {
        @Override
        public void check(JavaClass type, ConditionEvents events) {
            Set<String> binary = Set.of("float", "double", "java.lang.Float", "java.lang.Double");
            type.getFields().stream()
                    .filter(field -> binary.contains(field.getRawType().getName()))
                    .forEach(field -> events.add(SimpleConditionEvent.violated(field, field.getDescription())));
            type.getMethods().stream()
                    .filter(method -> binary.contains(method.getRawReturnType().getName())
                            || method.getRawParameterTypes().stream()
                                    .map(JavaClass::getName)
                                    .anyMatch(binary::contains))
                    .forEach(method -> events.add(SimpleConditionEvent.violated(method, method.getDescription())));
        }
    });

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses()
            .should(new ArchCondition<>("be called Impl, Helper or Manager") {
                @Override
                public void check(JavaClass type, ConditionEvents events) {
                    if (type.getSimpleName().matches(".*(Impl|Helper|Manager|Utils?)")) {
                        events.add(SimpleConditionEvent.satisfied(type, type.getName()));
                    }
                }
            });

    private static boolean asksTheMachine(JavaCall<?> call) {
        String owner = call.getTargetOwner().getName();
        boolean time = owner.startsWith("java.time.") && call.getName().equals("now")
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
        List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
        return time && parameters.stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    private static String[] join(String[] packages, String further) {
        String[] joined = Arrays.copyOf(packages, packages.length + 1);
        joined[packages.length] = further;
        return joined;
    }
}
