package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.yibaoban.membership.InsuranceType;
import org.yibaoban.office.indicator.IndicatorWorkbook;
import org.yibaoban.office.indicator.Indicators;
import org.yibaoban.office.indicator.Indicators.Row;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.quota.indicator.Figure;
import org.yibaoban.quota.indicator.Indicator;
import org.yibaoban.quota.indicator.Measure;
import org.yibaoban.quota.indicator.Period;
import org.yibaoban.quota.indicator.Period.Grain;
import org.yibaoban.quota.indicator.Scope;
import org.yibaoban.quota.indicator.StayShare;
import org.yibaoban.quota.indicator.Tally;

/** The indicators of a period beside those of the period before and of last year, and what a row of them adds up. */
@Named
@ViewScoped
public class IndicatorsPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /** What a person reads; more stands in no list. */
    private static final int MOST_STAYS = 200;

    @Inject
    private Indicators indicators;

    @Inject
    private Places places;

    @Inject
    private Language language;

    @Inject
    private Today today;

    private Scope.Kind kind = Scope.Kind.DEPARTMENT;
    private Grain grain = Grain.MONTH;
    private transient Period period;
    private String start;
    private String chosen;
    private transient List<Row> rows;
    private transient Row hospital;

    /** Begins with this month by department. */
    @PostConstruct
    public void open() {
        at(Period.of(grain, today.day()));
    }

    private void at(Period wanted) {
        start = wanted.start().toString();
        refresh();
    }

    /** Another split or length: of the period that the day shown lies in; nothing is opened any more. */
    public void choose() {
        chosen = null;
        at(Period.of(grain, LocalDate.parse(start)));
    }

    public void earlier() {
        at(getPeriod().previous());
    }

    public void later() {
        at(getPeriod().next());
    }

    /** Reads the figures anew. */
    public void refresh() {
        period = null;
        rows = null;
        hospital = null;
    }

    /** Opens a row, blank for the hospital. */
    public void show(String code) {
        chosen = code;
    }

    public Period getPeriod() {
        if (period == null) {
            period = new Period(grain, LocalDate.parse(start));
        }
        return period;
    }

    /** The month, year or day as it is written. */
    public String getPeriodName() {
        return switch (grain) {
            case DAY -> start;
            case MONTH -> start.substring(0, 7);
            case YEAR -> start.substring(0, 4);
        };
    }

    public List<Row> getRows() {
        if (rows == null) {
            rows = new ArrayList<>(
                    kind == Scope.Kind.HOSPITAL ? List.of(getHospital()) : indicators.rows(kind, getPeriod()));
        }
        return rows;
    }

    public Row getHospital() {
        if (hospital == null) {
            hospital = indicators.rows(Scope.Kind.HOSPITAL, getPeriod()).stream()
                    .findFirst()
                    .orElse(new Row("", Tally.NOTHING, Tally.NOTHING, Tally.NOTHING));
        }
        return hospital;
    }

    /** The row that is open; the hospital's before one is chosen. */
    public Row getOpen() {
        return getRows().stream()
                .filter(row -> row.code().equals(chosen))
                .findFirst()
                .orElseGet(this::getHospital);
    }

    /** Visits of the row that was chosen; none before. */
    public List<StayShare> getStays() {
        if (chosen == null) {
            return List.of();
        }
        Scope scope = chosen.isBlank() ? Scope.HOSPITAL : new Scope(kind, chosen);
        return indicators.stays(scope, getPeriod(), MOST_STAYS);
    }

    public boolean isChosen() {
        return chosen != null;
    }

    public String name(String code) {
        if (code.isBlank()) {
            return places.getHospital();
        }
        return switch (kind) {
            case HOSPITAL -> places.getHospital();
            case DEPARTMENT -> places.department(code);
            case WARD -> places.ward(code);
            case DOCTOR -> places.doctor(code);
            case PAYER ->
                InsuranceType.ofCode(code)
                        .map(type -> language.text("insured." + type))
                        .orElseGet(() -> language.text("indicators.self"));
        };
    }

    /** A figure with its unit; a dash where there is none. */
    public String figure(Tally tally, Indicator indicator) {
        Optional<Figure> figure = tally.figure(indicator);
        String unit = indicator.unit() == Indicator.Unit.PERCENT ? "%" : "";
        return figure.map(found -> "%,.2f".formatted(found.shown()) + unit).orElse("—");
    }

    public Indicator indicator(String name) {
        return Indicator.valueOf(name);
    }

    public String sum(Tally tally, String measure) {
        Measure wanted = Measure.valueOf(measure);
        return wanted.isMoney()
                ? "%,.2f".formatted(tally.get(wanted))
                : "%,d".formatted(tally.get(wanted).longValue());
    }

    public List<Indicator> getIndicators() {
        return List.of(Indicator.values());
    }

    /** Those that the overview has room for. */
    public List<Indicator> getShown() {
        return List.of(
                Indicator.COST_PER_STAY,
                Indicator.AVERAGE_STAY,
                Indicator.DRUG_SHARE,
                Indicator.CONSUMABLES_SHARE,
                Indicator.SELF_PAID_SHARE,
                Indicator.READMISSION_RATE);
    }

    public Measure getCharges() {
        return Measure.CHARGES;
    }

    public String word(Indicator indicator) {
        return language.pick(indicator.chinese(), indicator.english());
    }

    /** All figures of all rows with their sums. */
    public StreamedContent getWorkbook() {
        List<Row> all = List.copyOf(getRows());
        Period of = getPeriod();
        return DefaultStreamedContent.builder()
                .name("indicators-" + kind.key() + "-" + getPeriodName() + ".xlsx")
                .contentType(EXCEL)
                .writer(out -> {
                    try {
                        IndicatorWorkbook.write(of, all, this::name, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    public Scope.Kind[] getKinds() {
        return Scope.Kind.values();
    }

    public Grain[] getGrains() {
        return Grain.values();
    }

    public Scope.Kind getKind() {
        return kind;
    }

    public void setKind(Scope.Kind kind) {
        this.kind = kind;
    }

    public Grain getGrain() {
        return grain;
    }

    public void setGrain(Grain grain) {
        this.grain = grain;
    }
}
