package org.yibaoban.benefit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The walls round the money: pure rules, no clock, no binary fractions. */
class PurityTest {

    private static final JavaClasses PURE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.yibaoban.money", "org.yibaoban.benefit", "org.yibaoban.audit");

    @Test
    void moneyStandsAlone() {
        classes()
                .that()
                .resideInAPackage("org.yibaoban.money..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "org.yibaoban.money..")
                .check(PURE);
    }

    @Test
    void benefitUsesOnlyWhatLiesBelowIt() {
        classes()
                .that()
                .resideInAPackage("org.yibaoban.benefit..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.yibaoban.money..",
                        "org.yibaoban.membership..",
                        "org.yibaoban.catalogue..",
                        "org.yibaoban.visit..",
                        "org.yibaoban.benefit..")
                .check(PURE);
    }

    @Test
    void auditUsesOnlyWhatLiesBelowIt() {
        classes()
                .that()
                .resideInAPackage("org.yibaoban.audit..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "org.yibaoban.money..",
                        "org.yibaoban.membership..",
                        "org.yibaoban.catalogue..",
                        "org.yibaoban.visit..",
                        "org.yibaoban.audit..")
                .check(PURE);
    }

    @Test
    void nothingAsksTheClock() {
        noClasses()
                .should()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("now")))
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(PURE);
    }

    @Test
    void nothingIsABinaryFraction() {
        classes()
                .should(neverTouch(Set.of("double", "float", "java.lang.Double", "java.lang.Float")))
                .check(PURE);
    }

    private static ArchCondition<JavaClass> neverTouch(Set<String> types) {
        return new ArchCondition<>("never touch " + types) {
            @Override
            public void check(JavaClass owner, ConditionEvents events) {
                Stream<String> fields = owner.getFields().stream()
                        .filter(field -> types.contains(field.getRawType().getName()))
                        .map(field -> field.getFullName());
                Stream<String> code = owner.getCodeUnits().stream()
                        .filter(unit -> types.contains(unit.getRawReturnType().getName())
                                || unit.getRawParameterTypes().stream()
                                        .anyMatch(type -> types.contains(type.getName())))
                        .map(unit -> unit.getFullName());
                Stream<String> calls = owner.getCodeUnitCallsFromSelf().stream()
                        .filter(call -> types.contains(
                                        call.getTarget().getRawReturnType().getName())
                                || call.getTarget().getRawParameterTypes().stream()
                                        .anyMatch(type -> types.contains(type.getName())))
                        .map(JavaAccess::getDescription);
                Stream.of(fields, code, calls)
                        .flatMap(found -> found)
                        .forEach(found -> events.add(SimpleConditionEvent.violated(owner, found)));
            }
        };
    }
}
