package org.yibaoban.portal.api;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import org.yibaoban.settlement.Step;
import org.yibaoban.settlement.reconciliation.BookTotals;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile;
import org.yibaoban.settlement.reconciliation.DifferenceOnFile.Action;
import org.yibaoban.settlement.reconciliation.OwnTotals;
import org.yibaoban.settlement.reconciliation.PeriodStanding;
import org.yibaoban.settlement.reconciliation.TillSum;

/** Reconciliations as JSON; amounts in yuan. */
final class ReconciliationJson {

    private ReconciliationJson() {}

    static JsonArray periods(List<PeriodStanding> periods) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        periods.forEach(period -> all.add(period(period)));
        return all.build();
    }

    static JsonObject whole(PeriodStanding period, List<DifferenceOnFile> differences, List<TillSum> till) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        differences.forEach(one -> all.add(difference(one)));
        JsonArrayBuilder taken = Json.createArrayBuilder();
        till.forEach(sum -> taken.add(Json.createObjectBuilder()
                .add("method", sum.method().name())
                .add("ofPeriod", sum.own().yuan())
                .add("ofOthers", sum.other().yuan())));
        return period(period).add("till", taken).add("found", all).build();
    }

    static JsonArray steps(List<Step<Action>> steps) {
        JsonArrayBuilder all = Json.createArrayBuilder();
        steps.forEach(step -> all.add(Json.createObjectBuilder()
                .add("at", step.at().toString())
                .add("by", step.by())
                .add("action", step.what().name())
                .add("words", step.words())));
        return all.build();
    }

    private static JsonObjectBuilder period(PeriodStanding period) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", period.id())
                .add("payer", period.payer())
                .add("from", period.period().from().toString())
                .add("to", period.period().to().toString())
                .add("state", period.state().name())
                .add("error", period.error())
                .add("byLine", period.byLine())
                .add("here", totals(period.here()))
                .add("there", totals(period.there()))
                .add("own", own(period.own()))
                .add("differences", period.differences())
                .add("open", period.open());
        period.presentedBy().ifPresent(by -> json.add("presentedBy", by));
        period.closedBy().ifPresent(by -> json.add("closedBy", by));
        return json;
    }

    private static JsonObjectBuilder totals(BookTotals totals) {
        return Json.createObjectBuilder()
                .add("settlements", totals.settlements())
                .add("reversals", totals.reversals())
                .add("total", totals.total().yuan())
                .add("fund", totals.fund().yuan())
                .add("account", totals.account().yuan())
                .add("cash", totals.cash().yuan());
    }

    private static JsonObjectBuilder own(OwnTotals own) {
        return Json.createObjectBuilder()
                .add("claims", own.claims())
                .add("charged", own.charged().yuan())
                .add("settled", own.settled().yuan())
                .add("account", own.account().yuan())
                .add("cash", own.cash().yuan())
                .add("takenAccount", own.takenAccount().yuan())
                .add("takenOther", own.takenOther().yuan())
                .add("owing", own.owing())
                .add("owed", own.owed().yuan());
    }

    private static JsonObjectBuilder difference(DifferenceOnFile one) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("id", one.id())
                .add("claim", one.claim())
                .add("line", one.line().name())
                .add("kind", one.kind().name())
                .add("books", one.kind().books().name())
                .add("state", one.state().name())
                .add("gap", one.gap().yuan())
                .add("words", one.words());
        one.visit().ifPresent(visit -> json.add("visit", visit));
        one.settledBy().ifPresent(by -> json.add("settledBy", by));
        return json;
    }
}
