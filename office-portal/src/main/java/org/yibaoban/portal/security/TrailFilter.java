package org.yibaoban.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.yibaoban.office.control.Doorway;
import org.yibaoban.office.control.Trail;

/**
 * Notes for each request who came through which door and whose data was handed out. Of the order hooks, whose every call
 * and answer is kept by itself, only what they change is noted.
 */
@WebFilter("/*")
public class TrailFilter implements Filter {

    private static final String HOOKS = "/cds-services";

    @Inject
    private Trail trail;

    /** For the server. */
    public TrailFilter() {}

    TrailFilter(Trail trail) {
        this.trail = trail;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest http = (HttpServletRequest) request;
        String path = Paths.of(http);
        if (http.getUserPrincipal() == null || path.startsWith(HOOKS) || path.startsWith("/jakarta.faces.resource/")) {
            chain.doFilter(request, response);
            return;
        }
        Doorway door =
                new Doorway(http.getUserPrincipal().getName(), http.getRemoteAddr(), http.getMethod() + " " + path);
        Doorway.open(door);
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error failure) {
            noteBeside(failure, door);
            throw failure;
        } finally {
            Doorway.close();
        }
        note(door);
    }

    /** What was handed out before the failure; where that cannot be noted either, the first failure is the one to tell. */
    private void noteBeside(Throwable failure, Doorway door) {
        try {
            note(door);
        } catch (RuntimeException unnoted) {
            failure.addSuppressed(unnoted);
        }
    }

    private void note(Doorway door) {
        if (!door.subjects().isEmpty()) {
            trail.read(door.who(), door.address(), door.door(), door.subjects(), door.why());
        }
    }
}
