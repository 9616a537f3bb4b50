package org.yibaoban.portal.security;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** The bare address leads to the user's desk, or to the login. */
@WebServlet("")
public class Home extends HttpServlet {

    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String page = SignedIn.caller(request)
                .flatMap(caller -> Role.deskOf(caller.user().roles()))
                .orElse("/login.xhtml");
        response.sendRedirect(request.getContextPath() + page);
    }
}
