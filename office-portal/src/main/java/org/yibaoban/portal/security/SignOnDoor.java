package org.yibaoban.portal.security;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.yibaoban.portal.sso.SignOnRefused;

/** Leads to the hospital's identity provider, and from there to a desk; whom it refuses it leads to the login page. */
@WebServlet({"/sso", "/sso/back"})
public class SignOnDoor extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Inject
    private transient ProviderLogin logins;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            response.sendRedirect(
                    Paths.of(request).equals("/sso")
                            ? logins.begin(request)
                            : request.getContextPath() + logins.finish(request));
        } catch (SignOnRefused refused) {
            SignOnButton.tell(request.getSession(), logins.refusal(refused));
            response.sendRedirect(request.getContextPath() + "/login.xhtml?sso=refused");
        }
    }
}
