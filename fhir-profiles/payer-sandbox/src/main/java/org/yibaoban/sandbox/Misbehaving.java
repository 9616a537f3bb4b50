package org.yibaoban.sandbox;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.hl7.fhir.r4.model.ClaimResponse;
import org.yibaoban.benefit.SettlementField;
import org.yibaoban.fhir.profile.FhirJson;

/** Stands before the payer's FHIR door and spoils what goes in and out, as the {@link Mood} says. */
final class Misbehaving {
    private static final int TOO_MANY = 429;
    private static final int UNPROCESSABLE = 422;
    private static final String OUTCOME = "{\"resourceType\":\"OperationOutcome\",\"issue\":[{\"severity\":\"error\","
            + "\"code\":\"processing\",\"diagnostics\":\"refused on demand\"}]}";

    private final Mood mood;
    /** The last answer to a claim. */
    private final AtomicReference<Spoken> before = new AtomicReference<>();

    Misbehaving(Mood mood) {
        this.mood = mood;
    }

    /** The payer itself. */
    interface Serving {
        void serve(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException;
    }

    void serve(HttpServletRequest request, HttpServletResponse response, Serving payer)
            throws ServletException, IOException {
        if (!mood.mayChange()) {
            payer.serve(request, response);
            return;
        }
        Misbehaviour now = mood.now();
        byte[] body = request.getInputStream().readAllBytes();
        Optional<Fault> fault = now.fault(body, request.getRequestURI() + "?" + request.getQueryString());
        if (fault.isEmpty()) {
            Spoken answer = ask(request, body, response, payer);
            if (request.getRequestURI().contains("/Claim/")) {
                before.set(answer);
            }
            answer.send(response);
            return;
        }
        switch (fault.get()) {
            case BUSY -> response.setStatus(TOO_MANY);
            case BROKEN -> response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
            case REFUSED -> new Spoken(UNPROCESSABLE, OUTCOME.getBytes(StandardCharsets.UTF_8)).send(response);
            default -> spoil(fault.get(), now, request, body, response, payer);
        }
    }

    private void spoil(
            Fault fault,
            Misbehaviour now,
            HttpServletRequest request,
            byte[] body,
            HttpServletResponse response,
            Serving payer)
            throws ServletException, IOException {
        Spoken answer = ask(request, body, response, payer);
        switch (fault) {
            case SLOW -> {
                pause(now.slow());
                answer.send(response);
            }
            case SILENT -> {
                pause(now.silence());
                response.setStatus(HttpServletResponse.SC_GATEWAY_TIMEOUT);
            }
            case BROKEN_AFTER -> response.setStatus(HttpServletResponse.SC_INTERNAL_SERVER_ERROR);
            case DUPLICATE -> ask(request, body, response, payer).send(response);
            case OUT_OF_ORDER ->
                Optional.ofNullable(before.get()).orElse(answer).send(response);
            case INVALID_FHIR ->
                answer.replaced("{\"resourceType\"", "{\"paidTwice\":true,\"resourceType\"")
                        .send(response);
            case PENDED -> answer.asClaimResponse(Misbehaving::pended).send(response);
            case WRONG_AMOUNTS -> answer.asClaimResponse(Misbehaving::wrong).send(response);
            default -> throw new IllegalStateException(fault.name());
        }
    }

    private static Spoken ask(HttpServletRequest request, byte[] body, HttpServletResponse response, Serving payer)
            throws ServletException, IOException {
        KeptResponse kept = new KeptResponse(response);
        payer.serve(new KeptRequest(request, body), kept);
        return new Spoken(kept.getStatus(), kept.content());
    }

    private static void pended(ClaimResponse response) {
        response.setOutcome(ClaimResponse.RemittanceOutcome.QUEUED);
        response.getAdjudication().clear();
        response.setDisposition(null);
    }

    /** A yuan less from the fund, a yuan more in cash: every identity still holds. */
    private static void wrong(ClaimResponse response) {
        add(response, SettlementField.BASIC_FUND, BigDecimal.ONE.negate());
        add(response, SettlementField.PERSONAL, BigDecimal.ONE);
        add(response, SettlementField.CASH, BigDecimal.ONE);
    }

    private static void add(ClaimResponse response, SettlementField field, BigDecimal yuan) {
        response.getAdjudication().stream()
                .filter(part -> part.getCategory().getCodingFirstRep().getCode().equals(field.key()))
                .forEach(part ->
                        part.getAmount().setValue(part.getAmount().getValue().add(yuan)));
    }

    private static void pause(Duration time) {
        try {
            Thread.sleep(time.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** An answer before it is on its way. */
    private record Spoken(int status, byte[] content) {

        void send(HttpServletResponse response) throws IOException {
            response.setStatus(status);
            response.setContentType("application/fhir+json;charset=UTF-8");
            response.setContentLength(content.length);
            response.getOutputStream().write(content);
        }

        Spoken replaced(String text, String by) {
            String json = new String(content, StandardCharsets.UTF_8);
            return new Spoken(status, json.replace(text, by).getBytes(StandardCharsets.UTF_8));
        }

        /** Only an answer to a claim that was settled can be spoiled so. */
        Spoken asClaimResponse(Consumer<ClaimResponse> spoil) {
            if (status != HttpServletResponse.SC_OK
                    || !(FhirJson.parse(content) instanceof ClaimResponse response)
                    || response.getOutcome() != ClaimResponse.RemittanceOutcome.COMPLETE) {
                return this;
            }
            spoil.accept(response);
            return new Spoken(status, FhirJson.encode(response));
        }
    }
}
