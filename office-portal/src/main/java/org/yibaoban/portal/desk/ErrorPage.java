package org.yibaoban.portal.desk;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Pattern;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.print.Template;
import org.yibaoban.portal.security.AjaxRedirect;
import org.yibaoban.portal.security.MachineRefusal;
import org.yibaoban.portal.security.Paths;

/**
 * What a user sees when something is forbidden, not there, or failed: plain, in both languages, with an incident id for
 * failures. It needs neither session nor database, for those may be what failed. Machines get JSON.
 */
@WebServlet("/error")
public class ErrorPage extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(ErrorPage.class.getName());
    private static final Pattern INCIDENT = Pattern.compile("I\\d{8}-[0-9A-Z]{6}");
    private static final Template PAGE = new Template("/org/yibaoban/portal/desk/error.xhtml");

    @Inject
    private transient Today today;

    @Inject
    private transient Demo demo;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int status = status(request);
        String incident = status == HttpServletResponse.SC_INTERNAL_SERVER_ERROR ? incident(request) : "";
        response.setStatus(status);
        if (Paths.forMachines(failedPath(request))) {
            MachineRefusal.write(
                    response,
                    failedPath(request),
                    status,
                    text(Locale.CHINESE, status, "title") + " " + text(Locale.ENGLISH, status, "title"),
                    incident.isEmpty() ? today.incident().value() : incident);
            return;
        }
        if (status == HttpServletResponse.SC_FORBIDDEN && AjaxRedirect.isAsked(request)) {
            // another user has signed in under an open page
            response.setStatus(HttpServletResponse.SC_OK);
            AjaxRedirect.write(request, response, "/login.xhtml");
            return;
        }
        response.setContentType("text/html;charset=UTF-8");
        response.getWriter()
                .write(Template.html(PAGE.fill(Map.of(
                        "title", text(Locale.CHINESE, status, "title"),
                        "titleEnglish", text(Locale.ENGLISH, status, "title"),
                        "text", text(Locale.CHINESE, status, "text"),
                        "textEnglish", text(Locale.ENGLISH, status, "text"),
                        "incident", incident,
                        "demo", demo.isOn() ? "demo" : ""))));
    }

    /** A page that failed in the middle of an exchange is sent here by {@link Incidents} with its incident id. */
    private static int status(HttpServletRequest request) {
        Object status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        if (status instanceof Integer code && (code == 403 || code == 404)) {
            return code;
        }
        return status == null && request.getParameter("incident") == null
                ? HttpServletResponse.SC_NOT_FOUND
                : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    }

    private String incident(HttpServletRequest request) {
        String given = request.getParameter("incident");
        if (given != null && INCIDENT.matcher(given).matches()) {
            return given;
        }
        String incident = today.incident().value();
        Throwable failure = (Throwable) request.getAttribute(RequestDispatcher.ERROR_EXCEPTION);
        LOG.log(Level.SEVERE, failure, () -> incident + " at " + failedPath(request));
        return incident;
    }

    private static String failedPath(HttpServletRequest request) {
        Object path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        return path == null
                ? ""
                : path.toString().substring(request.getContextPath().length());
    }

    private static String text(Locale locale, int status, String part) {
        return ResourceBundle.getBundle(Language.BUNDLE, locale).getString("error." + status + "." + part);
    }
}
