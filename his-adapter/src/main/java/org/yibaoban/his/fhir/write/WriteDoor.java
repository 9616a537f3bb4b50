package org.yibaoban.his.fhir.write;

import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.his.fhir.FhirFault;
import org.yibaoban.his.fhir.Outcomes;
import org.yibaoban.his.fhir.Repeated;
import org.yibaoban.office.IncidentId;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.his.HisCommand;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.office.his.IncomingMessage;
import org.yibaoban.office.his.Kept;
import org.yibaoban.visit.VisitNumber;

/**
 * The way of everything that is written: kept as it came, understood, applied as one, answered. What was kept and what
 * became of it stands in the message store beside the HL7 v2 messages, under the channel {@code fhir}. For many threads.
 */
public final class WriteDoor {

    static final String CHANNEL = "fhir";
    private static final String KEPT = WriteDoor.class.getName();
    private static final int TYPE_LENGTH = 40;
    private static final int CONTROL_ID_LENGTH = 200;

    private final HisInbox inbox;
    private final HisReads reads;
    private final Clock clock;
    private final Consumer<VisitNumber> applied;

    /**
     * The door.
     *
     * @param clock its zone is the hospital's
     * @param applied told of each visit of which something was applied, for messages of other doors may wait for it
     */
    public WriteDoor(HisInbox inbox, HisReads reads, Clock clock, Consumer<VisitNumber> applied) {
        this.inbox = inbox;
        this.reads = reads;
        this.clock = clock;
        this.applied = applied;
    }

    /** Keeps a body before anything is understood of it. The same request id with the same body is the same message. */
    void keep(RequestDetails request, String sender, byte[] body) {
        String type = request.getRequestType() + " "
                + (request.getRequestPath().isBlank() ? "Bundle" : request.getRequestPath());
        String id = request.getHeader("X-Request-Id");
        String controlId = id == null || id.length() > CONTROL_ID_LENGTH ? "" : id.strip();
        String shortType = type.length() > TYPE_LENGTH ? type.substring(0, TYPE_LENGTH) : type;
        request.getUserData().put(KEPT, inbox.keep(new IncomingMessage(CHANNEL, sender, controlId, shortType, body)));
    }

    /** Applies all items or none of them. */
    Bundle write(RequestDetails request, List<Item> items) {
        Kept kept = (Kept) request.getUserData().get(KEPT);
        if (kept instanceof Kept.Repeat repeat) {
            return again(repeat);
        }
        if (kept instanceof Kept.Held held) {
            throw new FhirFault(
                    409,
                    IssueType.DUPLICATE,
                    "",
                    "同一 X-Request-Id 的内容与之前不同，已搁置待核对（" + held.incidentId() + "）",
                    "this X-Request-Id came before with other content; held for a person to look at ("
                            + held.incidentId() + ")");
        }
        return apply(kept.messageId(), items);
    }

    private Bundle apply(long messageId, List<Item> items) {
        Plan plan = new Planning(items, reads, clock.getZone(), LocalDateTime.now(clock)).plan();
        AtomicReference<Bundle> answer = new AtomicReference<>();
        inbox.applyAll(messageId, plan.people(), plan.commands(), outcomes -> {
            answer.set(new Answer(reads).of(plan, outcomes));
            return FhirJson.encode(answer.get());
        });
        plan.commands().stream().map(HisCommand.OfVisit::visit).distinct().forEach(applied);
        return answer.get();
    }

    /** Applies each item by itself; each is kept as a message of its own beside the whole. */
    Bundle writeEach(RequestDetails request, String sender, List<Item> items) {
        Kept whole = (Kept) request.getUserData().get(KEPT);
        if (!(whole instanceof Kept.Fresh)) {
            return write(request, items);
        }
        List<BundleEntryComponent> entries = new ArrayList<>();
        for (Item item : items) {
            String type = "batch " + item.resource().fhirType();
            Kept kept = inbox.keep(new IncomingMessage(CHANNEL, sender, "", type, FhirJson.encode(item.resource())));
            try {
                entries.add(apply(kept.messageId(), List.of(item)).getEntryFirstRep());
            } catch (RuntimeException failure) {
                entries.add(refused(
                        kept.messageId(), failure, IncidentId.next(clock).value()));
            }
        }
        Bundle bundle = new Bundle();
        bundle.setType(BundleType.BATCHRESPONSE);
        entries.forEach(bundle::addEntry);
        inbox.applyAll(whole.messageId(), List.of(), List.of(), none -> FhirJson.encode(bundle));
        return bundle;
    }

    /** Stores that what was kept of a request was refused; nothing where it was not kept, or was answered before. */
    void refused(RequestDetails request, Throwable failure, String incident) {
        if (request != null && request.getUserData().get(KEPT) instanceof Kept.Fresh fresh) {
            refused(fresh.messageId(), failure, incident);
        }
    }

    private BundleEntryComponent refused(long messageId, Throwable failure, String incident) {
        FhirFault fault = Outcomes.fault(failure);
        OperationOutcome outcome = Outcomes.outcome(failure, fault, incident);
        Bundle answer = new Bundle();
        answer.setType(BundleType.BATCHRESPONSE);
        answer.addEntry()
                .getResponse()
                .setStatus(Integer.toString(fault.status()))
                .setOutcome(outcome);
        // what came too early, or failed here, may be sent again unchanged
        boolean later = fault.status() >= 500 || failure instanceof org.yibaoban.office.his.MustWait;
        inbox.refuse(
                messageId,
                later ? HisInbox.Verdict.REJECTED : HisInbox.Verdict.ERROR,
                fault.expression().map(path -> path + " ").orElse("") + fault.chinese() + " / " + fault.english(),
                incident,
                FhirJson.encode(answer));
        return answer.getEntryFirstRep();
    }

    private static Bundle again(Kept.Repeat repeat) {
        Bundle answer = FhirJson.parse(Bundle.class, repeat.answer());
        if (answer.getEntry().size() == 1) {
            int status = status(answer.getEntryFirstRep());
            if (status >= 400) {
                throw new Repeated(status, (OperationOutcome)
                        answer.getEntryFirstRep().getResponse().getOutcome());
            }
        }
        return answer;
    }

    static int status(BundleEntryComponent entry) {
        return Integer.parseInt(entry.getResponse().getStatus().substring(0, 3));
    }
}
