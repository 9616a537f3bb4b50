package org.yibaoban.sandbox;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/**
 * {@code GET} and {@code PUT /misbehaviour}: the settings of {@link Misbehaviour} as plain text; an empty one makes the
 * payer behave. 404 unless the payer was started with {@code yibaoban.sandbox.misbehave=true}.
 */
public class MisbehaviourServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (mood().mayChange()) {
            answer(response, HttpServletResponse.SC_OK, mood().now().text());
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!mood().mayChange()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        try {
            mood().change(new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            answer(response, HttpServletResponse.SC_OK, mood().now().text());
        } catch (IllegalArgumentException e) {
            answer(response, HttpServletResponse.SC_BAD_REQUEST, e.getMessage());
        }
    }

    private Mood mood() {
        return (Mood) getServletContext().getAttribute(PayerSandboxServlet.MOOD);
    }

    private static void answer(HttpServletResponse response, int status, String text) throws IOException {
        response.setStatus(status);
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
    }
}
