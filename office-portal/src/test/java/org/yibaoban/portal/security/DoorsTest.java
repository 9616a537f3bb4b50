package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class DoorsTest {

    @Test
    void basic_credentials_keep_colons_and_chinese_in_the_password() {
        String header = "basic " + Base64.getEncoder().encodeToString("his:口令:2".getBytes(StandardCharsets.UTF_8));
        assertThat(BasicCredentials.read(header)).hasValueSatisfying(given -> {
            assertThat(given.getCaller()).isEqualTo("his");
            assertThat(given.getPasswordAsString()).isEqualTo("口令:2");
        });
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "Bearer abc", "Basic ***", "Basic", "Basic OnB3", "Basic bm9jb2xvbg=="})
    void what_cannot_be_read_is_no_credential(String header) {
        assertThat(BasicCredentials.read(header)).isEmpty();
    }

    @Test
    void machines_have_their_own_paths() {
        assertThat(List.of("/api", "/api/visits/1", "/cds-services", "/cds-services/x", "/fhir/metadata"))
                .allMatch(Paths::forMachines);
        assertThat(List.of("/", "/ward.xhtml", "/apis", "/billing/sheet", "/fhirx/1"))
                .noneMatch(Paths::forMachines);
    }

    @Test
    void each_role_has_its_desk_and_machines_have_none() {
        assertThat(Role.deskOf(List.of("ward-doctor"))).contains("/ward.xhtml");
        assertThat(Role.deskOf(List.of("billing-clerk"))).contains("/billing.xhtml");
        assertThat(Role.deskOf(List.of("ward-doctor", "insurance-officer"))).contains("/office.xhtml");
        assertThat(Role.deskOf(List.of("his-system"))).isEmpty();
    }
}
