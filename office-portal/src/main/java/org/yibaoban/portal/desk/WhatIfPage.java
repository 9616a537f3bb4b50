package org.yibaoban.portal.desk;

import jakarta.annotation.PostConstruct;
import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.primefaces.model.DefaultStreamedContent;
import org.primefaces.model.StreamedContent;
import org.yibaoban.benefit.PlanHistory;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.office.whatif.WhatIf;
import org.yibaoban.office.whatif.WhatIfDesk;
import org.yibaoban.office.whatif.WhatIfQuestion;
import org.yibaoban.office.whatif.WhatIfWorkbook;
import org.yibaoban.portal.i18n.Language;
import org.yibaoban.portal.wiring.Background;

/** A period's settled stays settled again under another plan, in the background, with its progress. */
@Named
@ViewScoped
public class WhatIfPage implements Serializable {

    private static final long serialVersionUID = 1L;
    private static final Logger LOG = System.getLogger(WhatIfPage.class.getName());
    private static final String EXCEL = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    @Inject
    private Language language;

    @Inject
    private CandidatePlan candidate;

    @Inject
    private WhatIfDesk desk;

    @Inject
    private Notices notices;

    @Inject
    private Today today;

    @Inject
    private Background background;

    private String plan;
    private LocalDate from;
    private LocalDate to;
    private LocalDate figuresOf;
    private WhatIfRun run;

    /** Begins with the year so far. */
    @PostConstruct
    public void open() {
        to = today.day();
        from = to.withDayOfYear(1);
    }

    /** Begins a comparison; the page asks how far it is. */
    public void compare() {
        try {
            WhatIfQuestion question = new WhatIfQuestion(plan, from, to, Optional.ofNullable(figuresOf));
            PlanHistory chosen = candidate.tried().history(plan).orElseThrow();
            WhatIfRun started = new WhatIfRun();
            run = started;
            background.run(() -> compare(question, chosen, started));
        } catch (IllegalArgumentException wrongPeriod) {
            notices.fault("planning.periodFault", from + " – " + to);
        }
    }

    private void compare(WhatIfQuestion question, PlanHistory chosen, WhatIfRun started) {
        try {
            started.finished(desk.compare(question, chosen, started));
        } catch (RuntimeException e) {
            String incident = today.incident().value();
            LOG.log(Level.ERROR, incident + ": what-if of plan " + question.planId() + " failed", e);
            started.failed(incident);
        }
    }

    /** The comparison as an Excel workbook. */
    public StreamedContent getWorkbook() {
        WhatIf result = run.result().orElseThrow();
        return DefaultStreamedContent.builder()
                .name("what-if-" + result.question().planId() + ".xlsx")
                .contentType(EXCEL)
                .writer(out -> {
                    try {
                        WhatIfWorkbook.write(result, out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                })
                .build();
    }

    public Set<String> getPlanIds() {
        return candidate.tried().ids();
    }

    /** The plan's name and id, the one that is tried included. */
    public String name(String planId) {
        return candidate
                .tried()
                .atReference(planId)
                .map(found -> language.pick(found.name().chinese(), found.name().english()) + " · " + planId)
                .orElse(planId);
    }

    public List<SettlementField> getFields() {
        return WhatIf.COMPARED;
    }

    public boolean isGoing() {
        return run != null && run.isGoing();
    }

    public int getPercent() {
        return run == null ? 0 : run.percent();
    }

    /** Blank unless the comparison failed. */
    public String getIncident() {
        return run == null ? "" : run.incident().orElse("");
    }

    /** Null until a comparison is done. */
    public WhatIf getResult() {
        return run == null ? null : run.result().orElse(null);
    }

    public String getPlan() {
        return plan;
    }

    public void setPlan(String plan) {
        this.plan = plan;
    }

    public LocalDate getFrom() {
        return from;
    }

    public void setFrom(LocalDate from) {
        this.from = from;
    }

    public LocalDate getTo() {
        return to;
    }

    public void setTo(LocalDate to) {
        this.to = to;
    }

    /** Null where each stay's day of discharge counts. */
    public LocalDate getFiguresOf() {
        return figuresOf;
    }

    public void setFiguresOf(LocalDate figuresOf) {
        this.figuresOf = figuresOf;
    }
}
