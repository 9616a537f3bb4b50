package org.yibaoban.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;

/** Which addresses are for machines and which for people. Who may use them is in {@code web.xml}. */
public final class Paths {

    /** Answered with 401 and JSON, never with a page. */
    private static final List<String> MACHINES = List.of("/api", "/cds-services", "/fhir");

    private Paths() {}

    /** The path below the context root, as it was sent. */
    public static String of(HttpServletRequest request) {
        return request.getRequestURI().substring(request.getContextPath().length());
    }

    public static boolean forMachines(String path) {
        return MACHINES.stream().anyMatch(prefix -> path.equals(prefix) || path.startsWith(prefix + "/"));
    }
}
