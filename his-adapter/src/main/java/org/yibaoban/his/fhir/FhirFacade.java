package org.yibaoban.his.fhir;

import ca.uhn.fhir.parser.StrictErrorHandler;
import ca.uhn.fhir.rest.api.EncodingEnum;
import ca.uhn.fhir.rest.server.IResourceProvider;
import ca.uhn.fhir.rest.server.RestfulServer;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import org.yibaoban.fhir.mapping.Parties;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.his.fhir.read.AuditEventReader;
import org.yibaoban.his.fhir.read.ChargeItemReader;
import org.yibaoban.his.fhir.read.ClaimReader;
import org.yibaoban.his.fhir.read.ClaimResponseReader;
import org.yibaoban.his.fhir.read.ConsentReader;
import org.yibaoban.his.fhir.read.CoverageReader;
import org.yibaoban.his.fhir.read.EncounterReader;
import org.yibaoban.his.fhir.read.FlagReader;
import org.yibaoban.his.fhir.read.Office;
import org.yibaoban.his.fhir.read.PatientReader;
import org.yibaoban.his.fhir.read.SettlementReader;
import org.yibaoban.his.fhir.write.RawIntake;
import org.yibaoban.his.fhir.write.WriteDoor;
import org.yibaoban.his.fhir.write.Writer;
import org.yibaoban.office.control.Trail;
import org.yibaoban.office.facade.HisReads;
import org.yibaoban.office.his.HisInbox;
import org.yibaoban.visit.VisitNumber;

/** What the facade's server is made of. Building it takes seconds, so it is done with the first request. */
public final class FhirFacade {

    private final Office office;
    private final Trail trail;
    private final WriteDoor door;
    private final Clock clock;

    /**
     * The facade.
     *
     * @param clock its zone is the hospital's
     * @param identifiedRole who has it sees identity numbers
     * @param applied told of each visit of which something was applied through this door
     */
    public FhirFacade(
            HisReads reads,
            HisInbox inbox,
            Trail trail,
            Parties parties,
            Clock clock,
            String identifiedRole,
            Consumer<VisitNumber> applied) {
        this.trail = trail;
        this.office = new Office(reads, parties, identifiedRole);
        this.door = new WriteDoor(inbox, reads, clock, applied);
        this.clock = clock;
    }

    /** Registers readers, writers and what goes with every request. */
    public void furnish(RestfulServer server) {
        server.setFhirContext(FhirJson.context());
        // what cannot be understood wholly is refused: a misspelt element must not get lost in silence
        server.getFhirContext().setParserErrorHandler(new StrictErrorHandler());
        server.setServerName("yibaoban FHIR facade");
        server.setImplementationDescription("医保办 FHIR 接口 / the insurance office for the HIS: docs/fhir.md");
        server.setDefaultResponseEncoding(EncodingEnum.JSON);
        List<IResourceProvider> readers = List.of(
                new PatientReader(office),
                new EncounterReader(office),
                new ChargeItemReader(office),
                new CoverageReader(office),
                new ClaimReader(office),
                new ClaimResponseReader(office),
                new SettlementReader(office),
                new ConsentReader(office),
                new FlagReader(office),
                new AuditEventReader(trail, office.parties()));
        readers.forEach(server::registerProvider);
        server.registerProvider(new Writer(door));
        server.registerInterceptor(new RawIntake(door, clock));
        server.registerInterceptor(new SearchStrictness(readers));
    }
}
