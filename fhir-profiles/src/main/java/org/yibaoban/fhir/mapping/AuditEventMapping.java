package org.yibaoban.fhir.mapping;

import java.util.Date;
import org.hl7.fhir.r4.model.AuditEvent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAction;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventAgentNetworkType;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventEntityComponent;
import org.hl7.fhir.r4.model.AuditEvent.AuditEventOutcome;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.Reference;
import org.hl7.fhir.r4.model.StringType;
import org.yibaoban.control.TrailEntry;
import org.yibaoban.control.TrailLink;
import org.yibaoban.fhir.profile.Canonical;

/** An entry of the trail as FHIR AuditEvent; its number is the id, and what the chain is made of comes with it. */
public final class AuditEventMapping {

    private static final String TYPES = "http://terminology.hl7.org/CodeSystem/audit-event-type";
    private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";

    private final Parties parties;

    public AuditEventMapping(Parties parties) {
        this.parties = parties;
    }

    public AuditEvent toFhir(TrailLink link) {
        TrailEntry entry = link.entry();
        AuditEvent event = new AuditEvent();
        event.setId("AuditEvent/" + link.number());
        event.setType(type(entry.deed()));
        event.addSubtype(new Coding().setCode(entry.deed()));
        event.setAction(action(entry.deed()));
        event.setRecorded(Date.from(entry.at()));
        event.setOutcome(entry.deed().endsWith("failed") ? AuditEventOutcome._4 : AuditEventOutcome._0);
        if (!entry.why().isEmpty()) {
            event.addPurposeOfEvent(new CodeableConcept().setText(entry.why()));
        }
        event.addAgent()
                .setWho(new Reference().setIdentifier(Elements.identifier(Canonical.BASE + "/sid/user", entry.who())))
                .setRequestor(true)
                .getNetwork()
                .setAddress(entry.address())
                .setType(AuditEventAgentNetworkType._2);
        event.getSource().setObserver(parties.hospital());
        for (String subject :
                entry.subjects().isEmpty() ? new String[0] : entry.subjects().split(" ")) {
            event.addEntity()
                    .setWhat(new Reference().setIdentifier(Elements.identifier(Canonical.VISIT_NUMBER, subject)));
        }
        AuditEventEntityComponent chained = event.addEntity().setName("trail");
        detail(chained, "door", entry.door());
        detail(chained, "before", entry.before());
        detail(chained, "after", entry.after());
        detail(chained, "hash", link.hash());
        return event;
    }

    private static Coding type(String deed) {
        return deed.startsWith("log")
                ? new Coding(DICOM, "110114", "User Authentication")
                : new Coding(TYPES, "rest", "RESTful Operation");
    }

    private static AuditEventAction action(String deed) {
        if (deed.endsWith(" insert")) {
            return AuditEventAction.C;
        }
        if (deed.endsWith(" update")) {
            return AuditEventAction.U;
        }
        if (deed.endsWith(" delete")) {
            return AuditEventAction.D;
        }
        return deed.startsWith("read") ? AuditEventAction.R : AuditEventAction.E;
    }

    private static void detail(AuditEventEntityComponent entity, String name, String value) {
        if (!value.isEmpty()) {
            entity.addDetail().setType(name).setValue(new StringType(value));
        }
    }
}
