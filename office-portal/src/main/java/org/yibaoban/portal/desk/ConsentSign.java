package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.Serializable;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.yibaoban.consent.ConsentReason;
import org.yibaoban.consent.ConsentState;
import org.yibaoban.consent.Relation;
import org.yibaoban.consent.ScannedPaper;
import org.yibaoban.consent.Signer;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.consent.ConsentSigning;
import org.yibaoban.portal.security.SignedIn;

/** What is done with the form that {@link ConsentPage} shows. */
@Named
@ViewScoped
public class ConsentSign implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConsentSigning signing;

    @Inject
    private ConsentPage page;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String signer;
    private Relation relation;
    private String witness;
    private String signature;
    private String signedAt;
    private String why;
    private transient Part scan;

    public String sign() throws IOException {
        return act(number ->
                signing.sign(number, signature, now -> new Signer(signer, relation, witness, now), me.user()));
    }

    public String paper() throws IOException {
        return act(number ->
                signing.paper(number, content(), now -> new Signer(signer, relation, witness, time()), me.user()));
    }

    public String emergency() throws IOException {
        return act(number -> signing.emergency(number, why, me.user()));
    }

    public String refuse() throws IOException {
        return act(number -> signing.refuse(number, why, me.user()));
    }

    public String confirm() throws IOException {
        return act(number -> signing.confirm(number, why, me.user()));
    }

    public String withdraw() throws IOException {
        return act(number -> signing.withdraw(number, why, me.user()));
    }

    private interface Action {
        void on(String number) throws IOException;
    }

    /** Shows the form by a request of its own once it is done, so that reloading the page does nothing again. */
    private String act(Action action) throws IOException {
        try {
            action.on(page.getForm());
        } catch (OfficeRefused refused) {
            notices.refused(refused);
            page.open();
            return null;
        }
        notices.done("consent.kept");
        FacesContext.getCurrentInstance().getExternalContext().getFlash().setKeepMessages(true);
        return page.formAddress(page.getForm());
    }

    private byte[] content() throws IOException {
        if (scan == null || scan.getSize() == 0) {
            return new byte[0];
        }
        // one byte more than is allowed is enough to know
        return scan.getInputStream().readNBytes(ScannedPaper.LARGEST + 1);
    }

    private LocalDateTime time() {
        try {
            return LocalDateTime.parse(signedAt == null ? "" : signedAt.strip());
        } catch (DateTimeParseException e) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, "签署时间 time: 未填写或有误 is blank or wrong", "");
        }
    }

    /** Whether the form may become this. */
    public boolean can(ConsentState state) {
        return page.getFile().open() && page.getFile().consent().state().next().contains(state);
    }

    public boolean isSignable() {
        return can(ConsentState.SIGNED);
    }

    public boolean isWithdrawable() {
        return can(ConsentState.WITHDRAWN);
    }

    public boolean isDeferrable() {
        return can(ConsentState.EMERGENCY);
    }

    /** Whether the payment restriction is all that the form is about. */
    public boolean isConfirmable() {
        return can(ConsentState.CONFIRMED)
                && page.getFile().consent().form().reasons().stream()
                        .allMatch(reason -> reason == ConsentReason.RESTRICTED);
    }

    public Relation[] getRelations() {
        return Relation.values();
    }

    public String getSigner() {
        return signer;
    }

    public void setSigner(String signer) {
        this.signer = signer;
    }

    public Relation getRelation() {
        return relation;
    }

    public void setRelation(Relation relation) {
        this.relation = relation;
    }

    public String getWitness() {
        return witness;
    }

    public void setWitness(String witness) {
        this.witness = witness;
    }

    /** Never sent back to the browser. */
    public String getSignature() {
        return "";
    }

    public void setSignature(String signature) {
        this.signature = signature;
    }

    public String getSignedAt() {
        return signedAt;
    }

    public void setSignedAt(String signedAt) {
        this.signedAt = signedAt;
    }

    public String getWhy() {
        return why;
    }

    public void setWhy(String why) {
        this.why = why;
    }

    public Part getScan() {
        return scan;
    }

    public void setScan(Part scan) {
        this.scan = scan;
    }
}
