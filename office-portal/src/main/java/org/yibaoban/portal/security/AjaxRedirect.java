package org.yibaoban.portal.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Leads a page that asks in the background elsewhere: its script understands only this kind of redirect. */
public final class AjaxRedirect {

    private AjaxRedirect() {}

    public static boolean isAsked(HttpServletRequest request) {
        return "partial/ajax".equals(request.getHeader("Faces-Request"));
    }

    /** @param page of the portal, such as {@code /login.xhtml} */
    public static void write(HttpServletRequest request, HttpServletResponse response, String page) throws IOException {
        response.setContentType("text/xml;charset=UTF-8");
        response.getWriter()
                .write("<?xml version=\"1.0\" encoding=\"UTF-8\"?><partial-response><redirect url=\""
                        + request.getContextPath() + page + "\"/></partial-response>");
    }
}
