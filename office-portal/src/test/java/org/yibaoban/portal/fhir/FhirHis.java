package org.yibaoban.portal.fhir;

import ca.uhn.fhir.rest.client.api.IGenericClient;
import ca.uhn.fhir.rest.client.api.ServerValidationModeEnum;
import ca.uhn.fhir.rest.client.interceptor.BasicAuthInterceptor;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import org.hl7.fhir.instance.model.api.IBaseResource;
import org.hl7.fhir.r4.model.Bundle;
import org.hl7.fhir.r4.model.OperationOutcome;
import org.hl7.fhir.r4.model.Resource;
import org.yibaoban.fhir.profile.FhirJson;
import org.yibaoban.portal.server.ServerSuite;

/** A HIS that speaks FHIR: HAPI's client, and bare HTTP for what no client would send. */
final class FhirHis {

    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String user;

    private FhirHis(String user) {
        this.user = user;
    }

    static FhirHis as(String user) {
        return new FhirHis(user);
    }

    static String base() {
        return ServerSuite.address() + "/fhir";
    }

    IGenericClient client() {
        FhirJson.context().getRestfulClientFactory().setServerValidationMode(ServerValidationModeEnum.NEVER);
        FhirJson.context().getRestfulClientFactory().setSocketTimeout(60_000);
        IGenericClient client = FhirJson.context().newRestfulGenericClient(base());
        client.registerInterceptor(new BasicAuthInterceptor(user, "demo-2026"));
        return client;
    }

    /** All matches of a search by its address below the base, page after page. */
    <R extends Resource> List<R> all(Class<R> type, String search) {
        List<R> found = new java.util.ArrayList<>();
        Bundle page = client().search().byUrl(search).returnBundle(Bundle.class).execute();
        while (true) {
            page.getEntry().stream()
                    .map(Bundle.BundleEntryComponent::getResource)
                    .filter(type::isInstance)
                    .map(type::cast)
                    .forEach(found::add);
            if (page.getLink("next") == null) {
                return found;
            }
            page = client().loadPage().next(page).execute();
        }
    }

    /** An answer of the door. */
    record Answer(int status, String body, HttpResponse<String> http) {

        OperationOutcome outcome() {
            return (OperationOutcome) FhirJson.parse(body.getBytes(StandardCharsets.UTF_8));
        }

        String text() {
            return outcome().getIssueFirstRep().getDetails().getText();
        }

        String incident() {
            return outcome().getIssueFirstRep().getDiagnostics().replace("incident ", "");
        }

        Bundle bundle() {
            return (Bundle) FhirJson.parse(body.getBytes(StandardCharsets.UTF_8));
        }
    }

    Answer get(String path, String... headers) throws Exception {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer send(String method, String path, IBaseResource resource, String... headers) throws Exception {
        return send(method, path, BodyPublishers.ofByteArray(FhirJson.encode(resource)), headers);
    }

    Answer send(String method, String path, String body, String... headers) throws Exception {
        return send(method, path, BodyPublishers.ofString(body), headers);
    }

    private Answer send(String method, String path, HttpRequest.BodyPublisher body, String... headers)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base() + path))
                .header("Content-Type", "application/fhir+json")
                .method(method, body);
        if (!user.isEmpty()) {
            request.header(
                    "Authorization",
                    "Basic "
                            + Base64.getEncoder()
                                    .encodeToString((user + ":demo-2026").getBytes(StandardCharsets.UTF_8)));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        HttpResponse<String> response =
                HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        return new Answer(response.statusCode(), response.body(), response);
    }
}
