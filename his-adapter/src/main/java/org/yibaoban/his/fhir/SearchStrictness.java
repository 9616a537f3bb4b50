package org.yibaoban.his.fhir;

import ca.uhn.fhir.interceptor.api.Hook;
import ca.uhn.fhir.interceptor.api.Interceptor;
import ca.uhn.fhir.interceptor.api.Pointcut;
import ca.uhn.fhir.rest.annotation.OptionalParam;
import ca.uhn.fhir.rest.annotation.Search;
import ca.uhn.fhir.rest.api.RestOperationTypeEnum;
import ca.uhn.fhir.rest.api.server.RequestDetails;
import ca.uhn.fhir.rest.server.IResourceProvider;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.Bundle.BundleType;

/**
 * Refuses a search by a parameter that is not known: ignored, it would find what was not asked for. Who wants it ignored
 * says {@code Prefer: handling=lenient}; the self link of the answer shows what was used.
 */
@Interceptor
public final class SearchStrictness {

    private static final Set<String> ALWAYS =
            Set.of("_count", "_after", "_include", "_format", "_pretty", "_summary", "_elements");

    private final Map<String, Set<String>> known = new HashMap<>();

    public SearchStrictness(List<IResourceProvider> readers) {
        for (IResourceProvider reader : readers) {
            Set<String> names = new HashSet<>(ALWAYS);
            for (Method method : reader.getClass().getMethods()) {
                if (method.isAnnotationPresent(Search.class)) {
                    Arrays.stream(method.getParameters())
                            .filter(parameter -> parameter.isAnnotationPresent(OptionalParam.class))
                            .forEach(parameter -> names.add(
                                    parameter.getAnnotation(OptionalParam.class).name()));
                }
            }
            known.put(reader.getResourceType().getSimpleName(), names);
        }
    }

    @Hook(Pointcut.SERVER_INCOMING_REQUEST_PRE_HANDLED)
    public void refuseUnknown(RequestDetails request, RestOperationTypeEnum operation) {
        if (operation != RestOperationTypeEnum.SEARCH_TYPE) {
            return;
        }
        Set<String> names = known.getOrDefault(request.getResourceName(), ALWAYS);
        List<String> unknown = request.getParameters().keySet().stream()
                .filter(name -> !names.contains(name))
                .sorted()
                .toList();
        String prefer = request.getHeader("Prefer");
        if (unknown.isEmpty()) {
            return;
        }
        if (prefer == null || !prefer.contains("handling=lenient")) {
            throw FhirFault.parameter(unknown.get(0), "不支持", "is not supported");
        }
        Map<String, String[]> used = new HashMap<>(request.getParameters());
        unknown.forEach(used::remove);
        request.setParameters(used);
    }

    /** HAPI takes {@code _count} for the total of a search whose total is not known. */
    @Hook(Pointcut.SERVER_OUTGOING_RESPONSE)
    public void noTotal(IBaseResource answer) {
        if (answer instanceof Bundle bundle && bundle.getType() == BundleType.SEARCHSET) {
            bundle.setTotalElement(null);
        }
    }
}
