package org.yibaoban.portal.desk;

import jakarta.faces.context.FacesContext;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serializable;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.yibaoban.consent.ConsentFault;
import org.yibaoban.consent.ConsentForm;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.consent.ConsentDesk;
import org.yibaoban.office.consent.ConsentFile;
import org.yibaoban.office.consent.ConsentPreparing;
import org.yibaoban.office.consent.ConsentRequest;
import org.yibaoban.office.consent.DueItem;
import org.yibaoban.office.consent.OrderedItem;
import org.yibaoban.office.consent.StayConsents;
import org.yibaoban.portal.security.SignedIn;

/** A stay's consents: what is due, one item's form to fill in, or one form to sign. */
@Named
@ViewScoped
public class ConsentPage implements Serializable {

    private static final long serialVersionUID = 1L;

    @Inject
    private ConsentDesk desk;

    @Inject
    private ConsentPreparing preparing;

    @Inject
    private SignedIn me;

    @Inject
    private Notices notices;

    private String visit;
    private String item;
    private String form;

    private String ordered;

    private StayConsents stay;
    private ConsentFile file;
    private DueItem due;

    private String quantity;
    private String unitPrice;
    private String necessity;
    private String alternative;

    /** Reads the stay, and what of it was asked for; one of another department is forbidden to a ward doctor. */
    public void open() throws IOException {
        load();
        if (stay != null && quantity == null) {
            Optional.ofNullable(due).ifPresent(this::suggest);
        }
    }

    private void load() throws IOException {
        FacesContext faces = FacesContext.getCurrentInstance();
        try {
            stay = desk.of(Visits.number(visit), me.user());
            file = form == null || form.isBlank() ? null : desk.file(form, me.user());
            due = dueItem().orElse(null);
        } catch (OfficeRefused refused) {
            if (refused.reason() == ReasonCode.NOT_ALLOWED) {
                faces.getExternalContext()
                        .responseSendError(
                                HttpServletResponse.SC_FORBIDDEN,
                                refused.reason().code());
                faces.responseComplete();
            } else {
                faces.getExternalContext().setResponseStatus(HttpServletResponse.SC_NOT_FOUND);
                notices.refused(refused);
            }
        }
    }

    private void suggest(DueItem due) {
        quantity = due.quantity().toPlainString();
        unitPrice = due.unitPrice().toPlainString();
        alternative = due.alternativeText();
    }

    /** Fills the form in; then it is shown to be signed. */
    public String prepare() throws IOException {
        try {
            String number = preparing.prepare(
                    Visits.number(visit),
                    new ConsentRequest(
                            item,
                            figure("数量 quantity", quantity),
                            figure("单价 price", unitPrice),
                            necessity,
                            alternative),
                    me.user());
            return formAddress(number);
        } catch (OfficeRefused refused) {
            notices.refused(refused);
            load();
            return null;
        }
    }

    /** Leads to one of the stay's forms, by a redirect. */
    String formAddress(String number) {
        return "/consent?faces-redirect=true&visit=" + encoded(visit) + "&form=" + encoded(number);
    }

    private static BigDecimal figure(String field, String text) {
        try {
            return new BigDecimal(text == null ? "" : text.strip());
        } catch (NumberFormatException e) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, field + ": 不是数字 is no number", "");
        }
    }

    /** As the address names it, which may be anything. */
    private static BigDecimal quantity(String text) {
        BigDecimal quantity = figure("数量 quantity", text);
        try {
            ConsentForm.refuseWrongQuantity(quantity);
        } catch (ConsentFault fault) {
            throw new OfficeRefused(ReasonCode.CONSENT_FORM, fault.getMessage(), "");
        }
        return quantity;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private Optional<DueItem> dueItem() {
        Optional<DueItem> charged = stay.items().stream()
                .filter(due -> due.item().code().equals(item))
                .findFirst();
        return charged.or(() -> item == null || item.isBlank() ? Optional.empty() : ordered());
    }

    /** Not charged yet: as it is ordered. */
    private Optional<DueItem> ordered() {
        BigDecimal wanted = ordered == null || ordered.isBlank() ? BigDecimal.ONE : quantity(ordered);
        return desk.dueForOrder(Visits.number(visit), List.of(new OrderedItem(item, "", wanted))).stream()
                .findFirst();
    }

    /** The item to fill a form in for; null when none was asked for, or nothing of it is due. */
    public DueItem getDue() {
        return due;
    }

    public List<DueItem> getItems() {
        return stay.items();
    }

    /** Null when the visit is not known. */
    public StayConsents getStay() {
        return stay;
    }

    /** Null when no form was asked for. */
    public ConsentFile getFile() {
        return file;
    }

    public String getVisit() {
        return visit;
    }

    public void setVisit(String visit) {
        this.visit = visit;
    }

    public String getItem() {
        return item;
    }

    public void setItem(String item) {
        this.item = item;
    }

    /** The quantity of an item that is ordered and not charged yet. */
    public String getOrdered() {
        return ordered;
    }

    public void setOrdered(String ordered) {
        this.ordered = ordered;
    }

    public String getForm() {
        return form;
    }

    public void setForm(String form) {
        this.form = form;
    }

    public String getQuantity() {
        return quantity;
    }

    public void setQuantity(String quantity) {
        this.quantity = quantity;
    }

    public String getUnitPrice() {
        return unitPrice;
    }

    public void setUnitPrice(String unitPrice) {
        this.unitPrice = unitPrice;
    }

    public String getNecessity() {
        return necessity;
    }

    public void setNecessity(String necessity) {
        this.necessity = necessity;
    }

    public String getAlternative() {
        return alternative;
    }

    public void setAlternative(String alternative) {
        this.alternative = alternative;
    }
}
