package org.yibaoban.portal.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Proxy;
import java.security.Principal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.yibaoban.office.control.Doorway;
import org.yibaoban.office.control.Trail;

class TrailFilterTest {

    private static final FilterChain HANDS_OUT =
            (request, response) -> Doorway.here().orElseThrow().handedOut("ZY1");

    private final List<String> noted = new ArrayList<>();

    private final Trail kept = new Trail() {
        @Override
        public void read(String who, String address, String door, Collection<String> subjects, String why) {
            noted.add(who + " " + door + " " + subjects);
        }
    };

    private final Trail away = new Trail() {
        @Override
        public void read(String who, String address, String door, Collection<String> subjects, String why) {
            throw new IllegalStateException("the trail is away");
        }
    };

    @Test
    void whose_data_was_handed_out_is_noted() throws Exception {
        new TrailFilter(kept).doFilter(request(), null, HANDS_OUT);

        assertThat(noted).containsExactly("ward GET /stay.xhtml [ZY1]");
    }

    @Test
    void so_it_is_where_the_request_failed_later() {
        assertThatThrownBy(() -> new TrailFilter(kept).doFilter(request(), null, TrailFilterTest::handsOutAndFails))
                .hasMessage("the store is away");

        assertThat(noted).containsExactly("ward GET /stay.xhtml [ZY1]");
    }

    @Test
    void the_first_failure_is_told_where_it_cannot_be_noted_either() {
        assertThatThrownBy(() -> new TrailFilter(away).doFilter(request(), null, TrailFilterTest::handsOutAndFails))
                .hasMessage("the store is away")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .singleElement()
                        .hasToString("java.lang.IllegalStateException: the trail is away"));
    }

    @Test
    void nothing_is_handed_out_without_a_note() {
        assertThatThrownBy(() -> new TrailFilter(away).doFilter(request(), null, HANDS_OUT))
                .hasMessage("the trail is away");
    }

    private static void handsOutAndFails(Object request, Object response) throws ServletException {
        Doorway.here().orElseThrow().handedOut("ZY1");
        throw new ServletException("the store is away");
    }

    private static HttpServletRequest request() {
        Principal ward = () -> "ward";
        return (HttpServletRequest) Proxy.newProxyInstance(
                TrailFilterTest.class.getClassLoader(),
                new Class<?>[] {HttpServletRequest.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "getUserPrincipal" -> ward;
                    case "getRemoteAddr" -> "192.0.2.1";
                    case "getMethod" -> "GET";
                    case "getServletPath", "getRequestURI" -> "/stay.xhtml";
                    case "getContextPath" -> "";
                    default -> null;
                });
    }
}
