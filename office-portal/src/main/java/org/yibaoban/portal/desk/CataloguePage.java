package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.yibaoban.catalogue.CatalogueItem;
import org.yibaoban.catalogue.ItemField;
import org.yibaoban.catalogue.ItemVersion;
import org.yibaoban.catalogue.Register;
import org.yibaoban.money.Money;
import org.yibaoban.money.Rate;
import org.yibaoban.office.catalogue.CatalogueDesk;
import org.yibaoban.office.catalogue.Catalogues;
import org.yibaoban.office.catalogue.ChangeSetView;
import org.yibaoban.office.catalogue.ItemLookup;

/** The page 医保目录: looks items up, and shows one with all its dated versions. It changes nothing. */
@Named
@ViewScoped
public class CataloguePage implements Serializable {

    private static final long serialVersionUID = 1L;

    private static final int SHOWN = 50;

    @Inject
    private Catalogues catalogues;

    @Inject
    private CatalogueDesk desk;

    @Inject
    private Today today;

    private String text = "";
    private List<ItemLookup.Found> found = List.of();
    private List<Line> versions = List.of();
    private List<ChangeSetView> history = List.of();
    private Register register;
    private String code = "";
    private String name = "";

    /** One version of an item; blank where it says nothing. */
    public record Line(
            LocalDate from,
            String to,
            boolean inForce,
            String national,
            String itemClass,
            String share,
            String limit,
            String price,
            String restriction) {}

    @PostConstruct
    public void open() {
        find();
    }

    /** Nothing is listed before something is asked for. */
    public void find() {
        found = text.isBlank() ? List.of() : catalogues.edition().lookup().find(text, today.day(), SHOWN);
        code = "";
    }

    /** Shows an item with its versions, the newest first. */
    public void choose(ItemLookup.Found item) {
        register = item.register();
        code = item.code();
        name = item.facts().get(ItemField.NAME);
        versions = register == Register.HOSPITAL
                ? catalogues.current().versions(code).stream().map(this::line).toList()
                : catalogues.edition().registers().versions(register, code).stream()
                        .map(this::line)
                        .toList();
        versions = versions.stream()
                .sorted(Comparator.comparing(Line::from).reversed())
                .toList();
        history = desk.history(register, code);
    }

    private Line line(CatalogueItem item) {
        return new Line(
                item.from(),
                item.to().map(LocalDate::toString).orElse(""),
                item.inForceOn(today.day()),
                item.nationalCode().orElse(""),
                item.itemClass().name(),
                item.preSelfPayRate().map(CataloguePage::percent).orElse("")
                        + item.residentRate().map(rate -> " / " + percent(rate)).orElse(""),
                item.priceLimit().map(Money::toString).orElse(""),
                item.price().toString(),
                item.restriction().orElse(""));
    }

    private Line line(ItemVersion version) {
        return new Line(
                version.from(),
                version.to().map(LocalDate::toString).orElse(""),
                version.inForceOn(today.day()),
                code,
                version.facts().get(ItemField.CLASS),
                version.facts()
                                .find(ItemField.SHARE)
                                .map(Rate::of)
                                .map(CataloguePage::percent)
                                .orElse("")
                        + version.facts()
                                .find(ItemField.SHARE_RESIDENT)
                                .map(Rate::of)
                                .map(rate -> " / " + percent(rate))
                                .orElse(""),
                version.facts().get(ItemField.PRICE_LIMIT),
                "",
                version.facts().get(ItemField.RESTRICTION));
    }

    private static String percent(Rate rate) {
        return rate.share().movePointRight(2).stripTrailingZeros().toPlainString() + "%";
    }

    public String getText() {
        return text;
    }

    public void setText(String text) {
        this.text = Optional.ofNullable(text).orElse("");
    }

    public List<ItemLookup.Found> getFound() {
        return found == null ? List.of() : found;
    }

    /** Whether the list is cut: there may be more. */
    public boolean isCut() {
        return getFound().size() == SHOWN;
    }

    public boolean isChosen() {
        return !code.isEmpty();
    }

    public Register getRegister() {
        return register;
    }

    public String getCode() {
        return code;
    }

    public String getName() {
        return name;
    }

    public List<Line> getVersions() {
        return versions == null ? List.of() : versions;
    }

    public List<ChangeSetView> getHistory() {
        return history == null ? List.of() : history;
    }

    /** The edition that this instance has. */
    public long getEdition() {
        return catalogues.edition().number();
    }
}
