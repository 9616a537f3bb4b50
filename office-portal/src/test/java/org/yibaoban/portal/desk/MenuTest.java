package org.yibaoban.portal.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.yibaoban.portal.security.Role;
import org.yibaoban.portal.security.WhoMay;

class MenuTest {

    @Test
    void a_clerk_sees_one_group_and_an_officer_all() {
        assertThat(Menu.partsFor(Set.of("billing-clerk")))
                .singleElement()
                .satisfies(part ->
                        assertThat(part.pages()).contains(MenuPage.BILLING).doesNotContain(MenuPage.OFFICE));
        assertThat(Menu.partsFor(Set.of("insurance-officer")))
                .extracting(Menu.Part::group)
                .containsExactly(MenuGroup.values());
    }

    @Test
    void a_machine_and_a_right_alone_have_no_menu() {
        assertThat(Menu.partsFor(Set.of("his-system", "personal-data"))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(MenuPage.class)
    void each_page_is_where_its_entry_leads(MenuPage entry) {
        assertThat(entry.holds("/" + entry.page() + ".xhtml")).isTrue();
    }

    @ParameterizedTest
    @EnumSource(MenuPage.class)
    void each_page_is_shown_to_just_those_who_are_let_in(MenuPage entry) throws IOException {
        Set<String> letIn = WhoMay.decided().get("GET /" + entry.page() + ".xhtml");
        assertThat(Arrays.stream(Role.values()).map(Role::key).filter(role -> entry.isFor(Set.of(role))))
                .containsExactlyInAnyOrderElementsOf(letIn);
    }

    @Test
    void a_page_without_an_entry_lights_the_one_it_is_reached_from() {
        assertThat(MenuPage.WARD.holds("/stay.xhtml")).isTrue();
        assertThat(MenuPage.MESSAGES.holds("/message.xhtml")).isTrue();
        assertThat(MenuPage.OFFICE.holds("/stay.xhtml")).isFalse();
    }
}
