package org.yibaoban.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yibaoban.benefit.Plans;
import org.yibaoban.catalogue.Catalogue;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ChargeType;
import org.yibaoban.catalogue.ItemClass;
import org.yibaoban.config.CatalogueReader;
import org.yibaoban.config.CsvTable;
import org.yibaoban.config.DemoUsers;
import org.yibaoban.config.HospitalReader;
import org.yibaoban.config.PlanReader;
import org.yibaoban.config.QuotaReader;
import org.yibaoban.membership.IdentityNumber;
import org.yibaoban.membership.MemberCategory;
import org.yibaoban.membership.Standing;
import org.yibaoban.office.hospital.Hospital;

/**
 * The demonstration's files are what their generators make, and hold together. Run with {@code -Ddemo.write=true} to
 * write the generated ones again.
 */
class DemoFilesTest {

    private static final Path CONFIG = ConfigFolder.find();
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Map<Character, String> SHAPES =
            Map.of('X', "X.{22}", 'Z', "Z.{19}", '0', "00\\d{13}", 'C', "C\\d{19}", 'T', "T\\d{9}");

    @Test
    void the_committed_catalogue_is_the_generated_one() throws IOException {
        assertCommitted("catalogue/items.csv", DemoCatalogue.file());
    }

    @Test
    void the_committed_members_are_the_generated_ones() throws IOException {
        assertCommitted("demo/members.csv", DemoMembers.file());
    }

    private static void assertCommitted(String name, String generated) throws IOException {
        Path file = CONFIG.resolve(name);
        if (Boolean.getBoolean("demo.write")) {
            Files.writeString(file, generated);
        }
        assertThat(Files.readString(file).equals(generated))
                .as(name + " is what its generator makes; write it with -Ddemo.write=true")
                .isTrue();
    }

    @Test
    void the_catalogue_has_the_size_and_the_mixture_of_a_real_one() {
        Catalogue catalogue = CatalogueReader.read(CONFIG);
        assertThat(catalogue.size()).isGreaterThanOrEqualTo(5500);
        assertThat(catalogue.versionsOn(DAY).map(CatalogueItem::itemClass).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ItemClass.values());
        assertThat(catalogue.versionsOn(DAY).map(CatalogueItem::chargeType).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ChargeType.values());
        assertThat(catalogue.versionsOn(DAY).filter(item -> item.restriction().isPresent()))
                .hasSizeGreaterThan(50);
    }

    @Test
    void national_codes_have_the_national_shape_and_stand_for_one_item() {
        Map<String, String> owners = new HashMap<>();
        CatalogueReader.read(CONFIG)
                .versionsOn(DAY)
                .forEach(item -> item.nationalCode().ifPresent(code -> {
                    assertThat(code).matches(SHAPES.get(code.charAt(0)));
                    assertThat(owners.put(code, item.hospitalCode()))
                            .as(code + " of " + item.hospitalCode())
                            .isNull();
                }));
    }

    @Test
    void a_price_change_is_a_new_version_from_its_day_on() {
        Catalogue catalogue = CatalogueReader.read(CONFIG);
        assertThat(catalogue
                        .find("LAB001", LocalDate.of(2026, 6, 30))
                        .orElseThrow()
                        .price())
                .hasToString("18.00");
        assertThat(catalogue
                        .find("LAB001", LocalDate.of(2026, 7, 1))
                        .orElseThrow()
                        .price())
                .hasToString("16.00");
    }

    @Test
    void members_are_made_up_people_with_sound_identity_numbers() {
        Set<String> seen = new HashSet<>();
        Set<String> standings = new HashSet<>();
        CsvTable.read(CONFIG.resolve("demo/members.csv"), DemoMembers.COLUMNS, row -> {
            IdentityNumber identity = new IdentityNumber(row.get("identity_number"));
            assertThat(identity.value()).startsWith("990000");
            assertThat(identity.birthDate()).isEqualTo(row.date("birth")).isBefore(LocalDate.of(2026, 1, 1));
            assertThat(identity.sex().code()).isEqualTo(row.get("sex"));
            assertThat(seen.add(identity.value())).isTrue();
            assertThat(seen.add(row.get("member_number"))).isTrue();
            assertThat(MemberCategory.ofKey(row.get("category"))).isPresent();
            standings.add(Standing.valueOf(row.get("standing")).name());
            row.money("account_balance");
        });
        assertThat(seen).hasSize(400);
        assertThat(standings).containsExactlyInAnyOrder("ACTIVE", "SUSPENDED", "UNFILED");
    }

    @Test
    void names_hold_the_characters_that_old_software_loses() throws IOException {
        assertThat(Files.readString(CONFIG.resolve("demo/members.csv"))).contains("䶮", "𬭚", "𠮷");
    }

    @Test
    void the_hospital_has_twelve_departments_and_every_member_s_plan() {
        Hospital hospital = HospitalReader.read(CONFIG);
        assertThat(hospital.departments()).hasSize(12).allSatisfy(department -> {
            assertThat(department.doctors()).hasSizeGreaterThanOrEqualTo(3);
            assertThat(department.wards()).isNotEmpty();
        });
        assertThat(hospital.level()).isEqualTo(3);
        assertThat(hospital.departmentOfWard("W0304A").orElseThrow().code()).isEqualTo("0304");
        Plans plans = PlanReader.read(CONFIG);
        Set<String> used = new HashSet<>();
        CsvTable.read(CONFIG.resolve("demo/members.csv"), DemoMembers.COLUMNS, row -> {
            assertThat(plans.inForce(row.get("plan_id"), DAY)).isPresent();
            used.add(row.get("plan_id"));
        });
        assertThat(used)
                .contains("hecheng-employee-away")
                .containsAll(hospital.plansByInsurance().values());
    }

    @Test
    void every_department_has_a_monthly_quota() {
        Hospital hospital = HospitalReader.read(CONFIG);
        List<String> scopes = QuotaReader.read(CONFIG).stream()
                .filter(quota -> quota.inForceOn(DAY))
                .map(quota -> quota.scopeCode() + " " + quota.measure())
                .toList();
        assertThat(hospital.departments())
                .allSatisfy(department -> assertThat(scopes)
                        .contains(department.code() + " TOTAL_CHARGES", department.code() + " COST_PER_STAY"));
    }

    @Test
    void each_role_has_a_demo_user_and_the_doctor_a_department() {
        List<DemoUsers.DemoUser> users = DemoUsers.read(CONFIG);
        assertThat(users.stream().flatMap(user -> user.roles().stream()))
                .contains(
                        "ward-doctor",
                        "department-head",
                        "insurance-officer",
                        "supervisor",
                        "billing-clerk",
                        "cashier",
                        "administrator",
                        "his-system");
        Hospital hospital = HospitalReader.read(CONFIG);
        assertThat(users)
                .filteredOn(user -> user.roles().contains("ward-doctor"))
                .allSatisfy(
                        user -> assertThat(hospital.department(user.department().orElseThrow()))
                                .isPresent());
        assertThat(Arrays.toString(users.toArray())).doesNotContain("demo-2026");
    }
}
