package org.yibaoban.sandbox;

import ca.uhn.fhir.rest.annotation.ConditionalUrlParam;
import ca.uhn.fhir.rest.annotation.Create;
import ca.uhn.fhir.rest.annotation.RequiredParam;
import ca.uhn.fhir.rest.annotation.ResourceParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.MethodOutcome;
import ca.uhn.fhir.rest.param.TokenParam;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hl7.fhir.r4.model.Task;
import org.yibaoban.fhir.profile.Canonical;
import org.yibaoban.fhir.profile.FhirJson;

/** {@code POST Task} with code cancel, answered with the Task as it stands; {@code GET Task?identifier=system|value}. */
public final class TaskProvider implements IResourceProvider {
    private final SandboxReversals reversals;
    private final Door door;

    TaskProvider(SandboxReversals reversals, Door door) {
        this.reversals = reversals;
        this.door = door;
    }

    @Override
    public Class<Task> getResourceType() {
        return Task.class;
    }

    /** @param condition the same as the Task's own identifier, by which it is known anyway */
    @Create
    public MethodOutcome create(
            @ResourceParam Task parsed, @ResourceParam String body, @ConditionalUrlParam String condition) {
        byte[] answer = door.guard(() -> reversals.task(body.getBytes(StandardCharsets.UTF_8)));
        Task task = FhirJson.parse(Task.class, answer);
        return new MethodOutcome(task.getIdElement()).setResource(task);
    }

    @Search
    public List<Task> byIdentifier(@RequiredParam(name = Task.SP_IDENTIFIER) TokenParam identifier) {
        return door.guard(() -> Canonical.REVERSAL.equals(identifier.getSystem())
                ? reversals.status(identifier.getValue()).stream()
                        .map(answer -> FhirJson.parse(Task.class, answer))
                        .toList()
                : List.of());
    }
}
