package org.yibaoban.his.fhir.write;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.IdParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Transaction;
import ca.uhn.fhir.rest.annotation.TransactionParam;
import ca.uhn.fhir.rest.annotation.Update;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleEntryComponent;
import org.hl7.fhir.r4.model.Bundle.BundleType;
import org.hl7.fhir.r4.model.Bundle.HTTPVerb;
import org.hl7.fhir.r4.model.ChargeItem;
import org.hl7.fhir.r4.model.Encounter;
import org.hl7.fhir.r4.model.IdType;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.OperationOutcome.IssueType;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.his.fhir.FhirFault;

/** What a HIS may write: persons, visits, charges, one by one or in bundles. */
public final class Writer {

    private final WriteDoor door;

    public Writer(WriteDoor door) {
        this.door = door;
    }

    @Create
    public MethodOutcome create(
            @ResourceParam Patient patient, @ConditionalUrlParam String condition, RequestDetails request) {
        return one(request, patient, false, null, condition);
    }

    @Create
    public MethodOutcome create(
            @ResourceParam Encounter encounter, @ConditionalUrlParam String condition, RequestDetails request) {
        return one(request, encounter, false, null, condition);
    }

    @Create
    public MethodOutcome create(
            @ResourceParam ChargeItem charge, @ConditionalUrlParam String condition, RequestDetails request) {
        return one(request, charge, false, null, condition);
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam Patient patient,
            @ConditionalUrlParam String condition,
            RequestDetails request) {
        return one(request, patient, true, id, condition);
    }

    @Update
    public MethodOutcome update(
            @IdParam IdType id,
            @ResourceParam Encounter encounter,
            @ConditionalUrlParam String condition,
            RequestDetails request) {
        return one(request, encounter, true, id, condition);
    }

    private MethodOutcome one(RequestDetails request, Resource resource, boolean update, IdType id, String condition) {
        Optional<String> target = Optional.ofNullable(id).map(IdType::getIdPart);
        Item item = new Item(
                resource,
                resource.fhirType(),
                update,
                target,
                target.isPresent() ? Optional.empty() : Optional.ofNullable(condition),
                Optional.empty());
        BundleEntryComponent answer = door.write(request, List.of(item)).getEntryFirstRep();
        MethodOutcome outcome = new MethodOutcome();
        outcome.setId(new IdType(answer.getResponse().getLocation()));
        outcome.setCreated(WriteDoor.status(answer) == 201);
        outcome.setOperationOutcome((OperationOutcome) answer.getResponse().getOutcome());
        return outcome;
    }

    @Transaction
    public Bundle transaction(@TransactionParam Bundle bundle, RequestDetails request) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < bundle.getEntry().size(); i++) {
            items.add(item(bundle.getEntry().get(i), "Bundle.entry[" + i + "]"));
        }
        if (bundle.getType() == BundleType.TRANSACTION) {
            return door.write(request, items);
        }
        if (bundle.getType() == BundleType.BATCH) {
            return door.writeEach(request, RawIntake.sender(request), items);
        }
        throw FhirFault.element("Bundle.type", "应为 transaction 或 batch", "transaction or batch is expected");
    }

    private static Item item(BundleEntryComponent entry, String path) {
        HTTPVerb verb = entry.getRequest().getMethod();
        if (verb != HTTPVerb.POST && verb != HTTPVerb.PUT) {
            throw new FhirFault(
                    422,
                    IssueType.NOTSUPPORTED,
                    path + ".request.method",
                    "只支持 POST 和 PUT",
                    "only POST and PUT are taken");
        }
        if (!entry.hasResource()) {
            throw FhirFault.missing(path + ".resource", "资源", "the resource");
        }
        String type = entry.getResource().fhirType();
        String url = Optional.ofNullable(entry.getRequest().getUrl()).orElse("");
        boolean update = verb == HTTPVerb.PUT;
        boolean fits = update ? url.startsWith(type + "/") || url.startsWith(type + "?") : url.equals(type);
        if (!fits) {
            throw FhirFault.element(path + ".request.url", "地址与方法或资源类型不符", "does not fit the method or the resource");
        }
        return new Item(
                entry.getResource(),
                path + ".resource",
                update,
                url.startsWith(type + "/") ? Optional.of(url.substring(type.length() + 1)) : Optional.empty(),
                update
                        ? Optional.of(url).filter(address -> address.startsWith(type + "?"))
                        : Optional.ofNullable(entry.getRequest().getIfNoneExist()),
                Optional.ofNullable(entry.getFullUrl()));
    }
}
