package org.yibaoban.portal.security;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.security.enterprise.credential.UsernamePasswordCredential;
import jakarta.security.enterprise.identitystore.CredentialValidationResult;
import jakarta.security.enterprise.identitystore.IdentityStoreHandler;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.yibaoban.office.control.Trail;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.sso.IdentityProvider;

/** The login page's form, and the way out. */
@Named("login")
@RequestScoped
public class Login {

    private static final String DOOR = "/login.xhtml";
    private static final Logger LOG = Logger.getLogger(Login.class.getName());

    @Inject
    private IdentityStoreHandler stores;

    @Inject
    private LoginRate rate;

    @Inject
    private Trail trail;

    @Inject
    private Sessions sessions;

    @Inject
    private Language language;

    @Inject
    private IdentityProvider identities;

    private String username;
    private String password;

    /** Leads to the desk of the user's role, or says that name or password is wrong (not which). */
    public void enter() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        String address = request(faces).getRemoteAddr();
        if (rate.refuses(address)) {
            failed(faces, "login.tooMany");
            return;
        }
        CredentialValidationResult result = stores.validate(new UsernamePasswordCredential(username, password));
        Optional<String> desk = result.getStatus() == CredentialValidationResult.Status.VALID
                ? Role.deskOf(result.getCallerGroups())
                : Optional.empty();
        if (desk.isEmpty()) {
            rate.failed(address);
            trail.loginFailed(username, address, DOOR);
            failed(faces, "login.failed");
            return;
        }
        OfficeCaller caller = (OfficeCaller) result.getCallerPrincipal();
        trail.happened(caller.getName(), address, DOOR, "login");
        sessions.begin(request(faces), caller, Optional.empty());
        redirect(faces, caller.mustChange() ? "/password.xhtml" : desk.get());
    }

    private void failed(FacesContext faces, String text) {
        LOG.log(Level.INFO, "A login failed");
        faces.addMessage(null, new FacesMessage(FacesMessage.SEVERITY_ERROR, language.text(text), null));
    }

    /** Ends the session, and that at the identity provider for who came by it. */
    public void leave() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        SignedIn.caller(request(faces))
                .ifPresent(caller ->
                        trail.happened(caller.getName(), request(faces).getRemoteAddr(), DOOR, "logout"));
        Optional<URI> wayOut = Sessions.idToken(request(faces)).flatMap(identities::wayOut);
        faces.getExternalContext().invalidateSession();
        if (wayOut.isPresent()) {
            leadOut(faces, wayOut.get());
        } else {
            redirect(faces, DOOR);
        }
    }

    /** By a page and not by a redirect: the browser lets our forms lead to us alone (SecurityHeaders). */
    private void leadOut(FacesContext faces, URI address) throws IOException {
        String escaped = address.toString().replace("&", "&amp;").replace("\"", "&quot;");
        ExternalContext external = faces.getExternalContext();
        external.setResponseContentType("text/html;charset=UTF-8");
        external.getResponseOutputWriter()
                .write("<!DOCTYPE html><html><head><title>" + language.text("app.logout")
                        + "</title><meta http-equiv=\"refresh\" content=\"0;url=" + escaped
                        + "\"></head><body><p><a href=\"" + escaped + "\">" + language.text("app.logout")
                        + "</a></p></body></html>");
        faces.responseComplete();
    }

    private static HttpServletRequest request(FacesContext faces) {
        return (HttpServletRequest) faces.getExternalContext().getRequest();
    }

    private static void redirect(FacesContext faces, String page) throws IOException {
        ExternalContext external = faces.getExternalContext();
        external.redirect(external.getRequestContextPath() + page);
        faces.responseComplete();
    }

    public String getUsername() {
        return username;
    }

    public void setUsername(String username) {
        this.username = username;
    }

    public String getPassword() {
        return password;
    }

    public void setPassword(String password) {
        this.password = password;
    }
}
