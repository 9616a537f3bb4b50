package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.yibaoban.catalogue.Facts;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.office.OfficeRefused;
import org.yibaoban.office.ReasonCode;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ItemLookup;
import org.yibaoban.office.catalogue.MappingDesk;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.security.SignedIn;

/** The page 目录对照: what has no national code, what does not fit its code, and a person's word on each. */
@Named
@ViewScoped
public class MappingPage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 100;

    @Inject
    private MappingDesk desk;

    @Inject
    private Catalogues catalogues;

    @Inject
    private Notices notices;

    @Inject
    private Language language;

    @Inject
    private SignedIn me;

    @Inject
    private Today today;

    private String code = "";
    private String national = "";
    private String day = "";
    private Facts item;
    private List<MappingDesk.Unmapped> unmapped = List.of();
    private List<MappingDesk.Conflict> conflicts = List.of();
    private List<ItemLookup.Suggestion> suggestions = List.of();

    @PostConstruct
    public void open() {
        day = today.day().toString();
        refresh();
    }

    private void refresh() {
        // lists of our own: the tables sort them in place
        unmapped = new ArrayList<>(desk.unmapped(SHOWN));
        conflicts = new ArrayList<>(desk.conflicts(SHOWN));
    }

    /** Shows an item with the codes that may be meant. */
    public void choose(String hospitalCode) {
        code = hospitalCode;
        item = desk.item(code).orElse(null);
        national = desk.nationalCode(code).orElse("");
        suggestions = desk.suggestions(code);
    }

    public void accept(String nationalCode) {
        try {
            desk.accept(
                    code,
                    nationalCode.strip(),
                    LocalDate.parse(day.strip()),
                    me.user().username());
            notices.done("mapping.accepted");
        } catch (OfficeRefused refused) {
            notices.refused(refused);
        } catch (DateTimeException e) {
            notices.refused(ReasonCode.BAD_REQUEST, language.text("import.badField"));
        }
        catalogues.refresh();
        refresh();
        choose(code);
    }

    public boolean isChosen() {
        return item != null;
    }

    public String getName() {
        return item.get(ItemField.NAME);
    }

    public String getSpecification() {
        return item.get(ItemField.SPECIFICATION);
    }

    public String getUnit() {
        return item.get(ItemField.UNIT);
    }

    public String getCode() {
        return code;
    }

    public String getNational() {
        return national;
    }

    public void setNational(String national) {
        this.national = national;
    }

    public String getDay() {
        return day;
    }

    public void setDay(String day) {
        this.day = day;
    }

    public List<MappingDesk.Unmapped> getUnmapped() {
        return unmapped;
    }

    public List<MappingDesk.Conflict> getConflicts() {
        return conflicts;
    }

    public List<ItemLookup.Suggestion> getSuggestions() {
        return suggestions;
    }
}
