package org.yibaoban.his.tabular;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.yibaoban.his.tabular.Draft.Fact;
import org.yibaoban.his.tabular.Teller.Reply;
import org.yibaoban.office.his.ChargePosting;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.tabular.LoadBook;
import org.yibaoban.office.tabular.SeenRow;
import org.yibaoban.visit.PatientDetails;
import org.yibaoban.visit.VisitNumber;

/** Tells new rows to the office: charges of a visit together, everything else one by one. */
final class Telling implements TableLoad.Step {

    /** Charges of one visit in one message. */
    private static final int TOGETHER = 200;

    private final Teller teller;
    private final LoadBook book;
    private final Run run;
    private final Consumer<VisitNumber> replay;

    Telling(Teller teller, LoadBook book, Run run, Consumer<VisitNumber> replay) {
        this.teller = teller;
        this.book = book;
        this.run = run;
        this.replay = replay;
    }

    @Override
    public void take(List<Draft> fresh, Map<String, SeenRow> before, Tally tally) {
        switch (run.map().kind()) {
            case PATIENTS -> people(fresh, tally);
            case VISITS -> People.named(fresh, book, tally).forEach(draft -> commands(draft, tally));
            case TRANSFERS, DISCHARGES, LEAVES, DIAGNOSES -> fresh.forEach(draft -> commands(draft, tally));
            case CHARGES -> charges(fresh, before, tally);
        }
    }

    private void people(List<Draft> fresh, Tally tally) {
        if (fresh.isEmpty()) {
            return;
        }
        List<PatientDetails> people = fresh.stream()
                .map(draft -> ((Fact.Person) draft.fact()).details())
                .toList();
        count(teller.describe(run, people, fresh, notes(fresh, Map.of())), fresh, tally);
    }

    private void commands(Draft draft, Tally tally) {
        List<HisCommand.OfVisit> commands = ((Fact.Told) draft.fact()).commands();
        Reply reply = null;
        for (int i = 0; i < commands.size(); i++) {
            boolean last = i == commands.size() - 1;
            List<SeenRow> notes = last ? notes(List.of(draft), Map.of()) : List.of();
            reply = teller.tell(run, commands.get(i), List.of(draft), notes, replay);
            if (reply.answer().verdict() == Answer.Verdict.REFUSED) {
                break;
            }
        }
        count(reply, List.of(draft), tally);
    }

    /** All charges of a batch before its credits, so that a credit finds what it takes back. */
    private void charges(List<Draft> fresh, Map<String, SeenRow> before, Tally tally) {
        Map<VisitNumber, List<Draft>> byVisit = new LinkedHashMap<>();
        List<Draft> credits = new ArrayList<>();
        for (Draft draft : fresh) {
            ChargeRow charge = charge(draft);
            if (charge.quantity().signum() == 0) {
                // rows that cancel each other out: nothing to post
                tally.loaded(draft);
            } else if (charge.isCredit()) {
                credits.add(draft);
            } else {
                byVisit.computeIfAbsent(charge.visit(), visit -> new ArrayList<>())
                        .add(draft);
            }
        }
        byVisit.values().forEach(drafts -> {
            for (int from = 0; from < drafts.size(); from += TOGETHER) {
                post(drafts.subList(from, Math.min(from + TOGETHER, drafts.size())), before, tally);
            }
        });
        // one by one: a credit whose charge is not here yet must not make the others wait
        credits.forEach(draft -> post(List.of(draft), before, tally));
    }

    private void post(List<Draft> drafts, Map<String, SeenRow> before, Tally tally) {
        ChargeRow first = charge(drafts.get(0));
        List<ChargePosting> postings = drafts.stream()
                .map(draft -> charge(draft)
                        .posting(
                                transaction(draft, before),
                                charge(draft).reverses().map(run::transaction)))
                .toList();
        HisCommand.PostCharges command = new HisCommand.PostCharges(
                first.visit(),
                drafts.stream()
                        .map(draft -> charge(draft).patient())
                        .flatMap(Optional::stream)
                        .findFirst(),
                postings,
                ChargePosting.latest(postings));
        Reply reply = teller.tell(run, command, drafts, notes(drafts, before), replay);
        boolean oneIsWrong = reply.answer().verdict() == Answer.Verdict.REFUSED
                && !reply.answer().isOfVisit()
                && drafts.size() > 1;
        if (oneIsWrong) {
            post(drafts.subList(0, drafts.size() / 2), before, tally);
            post(drafts.subList(drafts.size() / 2, drafts.size()), before, tally);
        } else {
            count(reply, drafts, tally);
        }
    }

    /** A further part of a sum is a posting of its own. */
    private String transaction(Draft draft, Map<String, SeenRow> before) {
        SeenRow seen = before.get(draft.key());
        return run.transaction(draft.key()) + (seen == null ? "" : "#" + (seen.parts() + 1));
    }

    private List<SeenRow> notes(List<Draft> drafts, Map<String, SeenRow> before) {
        return drafts.stream()
                .map(draft -> TableLoad.note(draft, before.get(draft.key()), run.load()))
                .toList();
    }

    private void count(Reply reply, List<Draft> drafts, Tally tally) {
        if (reply.again() && run.isView()) {
            return; // counted and shown when it came first
        }
        Answer answer = reply.answer();
        switch (answer.verdict()) {
            case APPLIED -> drafts.forEach(tally::loaded);
            case WAITING -> drafts.forEach(tally::waiting);
            case REFUSED ->
                drafts.forEach(draft ->
                        tally.rejected(draft, RowFault.refused(answer.chinese(), answer.english()), answer.incident()));
        }
    }

    private static ChargeRow charge(Draft draft) {
        return ((Fact.Posted) draft.fact()).charge();
    }
}
