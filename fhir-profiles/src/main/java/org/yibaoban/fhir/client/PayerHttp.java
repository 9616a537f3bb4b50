package org.yibaoban.fhir.client;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLHandshakeException;

/** Sends bytes to the payer as they are and returns the bytes of its answer; tells "not sent" from "no answer". */
final class PayerHttp {
    private static final String FHIR_JSON = "application/fhir+json";
    private static final int UNAUTHORIZED = 401;
    private final PayerConnection connection;
    private final HttpClient client;
    private final Optional<AccessTokens> tokens;

    PayerHttp(PayerConnection connection, Clock clock) {
        this.connection = connection;
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout());
        connection.tls().ifPresent(builder::sslContext);
        this.client = builder.build();
        this.tokens =
                connection.oauth().map(oauth -> new AccessTokens(oauth, client, connection.connectTimeout(), clock));
    }

    /** @param body byte for byte as the payer sent it */
    record Answer(int status, byte[] body) {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** The payer says that it did not take the request up: it may come again unchanged. */
        boolean isNotTaken() {
            return status == 408 || status == 429;
        }

        boolean isServerFault() {
            return status >= 500;
        }
    }

    /** No connection: nothing was sent. */
    static final class NotSent extends Exception {
        private static final long serialVersionUID = 1L;

        NotSent(Throwable cause) {
            super(cause);
        }
    }

    /** Sent in whole or in part, and no whole answer came. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1L;

        NoAnswer(Throwable cause) {
            super(cause);
        }
    }

    Answer post(String path, byte[] body) throws NotSent, NoAnswer {
        return exchange(request(path)
                .header(
                        "Content-Type",
                        connection.seal().isPresent() ? PayerSeal.CONTENT_TYPE : FHIR_JSON + "; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(sealed(body))));
    }

    /** @param ifNoneExist the search that must find nothing for something new to be made (R4 conditional create) */
    Answer create(String path, byte[] body, String ifNoneExist) throws NotSent, NoAnswer {
        return exchange(request(path)
                .header(
                        "Content-Type",
                        connection.seal().isPresent() ? PayerSeal.CONTENT_TYPE : FHIR_JSON + "; charset=UTF-8")
                .header("If-None-Exist", ifNoneExist)
                .POST(BodyPublishers.ofByteArray(sealed(body))));
    }

    Answer put(String path, byte[] body) throws NotSent, NoAnswer {
        return exchange(request(path)
                .header(
                        "Content-Type",
                        connection.seal().isPresent() ? PayerSeal.CONTENT_TYPE : FHIR_JSON + "; charset=UTF-8")
                .PUT(BodyPublishers.ofByteArray(sealed(body))));
    }

    Answer get(String path) throws NotSent, NoAnswer {
        return exchange(request(path).GET());
    }

    private byte[] sealed(byte[] body) {
        return connection.seal().map(seal -> seal.seal(body)).orElse(body);
    }

    /**
     * With a seal, only what the payer sealed is its answer: anything else may be a stranger's and says nothing of what became
     * of the request. That a request was not taken up, or that a server failed, is believed without.
     */
    private Answer opened(Answer answer) throws NoAnswer {
        if (connection.seal().isEmpty()
                || answer.isNotTaken()
                || answer.isServerFault()
                || answer.status() == UNAUTHORIZED) {
            return answer;
        }
        try {
            return new Answer(answer.status(), connection.seal().get().open(answer.body()));
        } catch (PayerSeal.BrokenSeal e) {
            throw new NoAnswer(e);
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(connection.resolve(path)).header("Accept", FHIR_JSON);
    }

    /** A token that the payer does not take is asked for anew, once: the request was not taken up. */
    private Answer exchange(HttpRequest.Builder request) throws NotSent, NoAnswer {
        if (tokens.isEmpty()) {
            return send(request);
        }
        String token = token(tokens.get());
        Answer answer = send(request.setHeader("Authorization", "Bearer " + token));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        tokens.get().forget(token);
        return send(request.setHeader("Authorization", "Bearer " + token(tokens.get())));
    }

    private static String token(AccessTokens tokens) throws NotSent {
        try {
            return tokens.token();
        } catch (IOException e) {
            throw new NotSent(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent(e);
        }
    }

    /** The time limit covers the whole answer; the client's own one ends with the headers. */
    private Answer send(HttpRequest.Builder request) throws NotSent, NoAnswer {
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response =
                    pending.get(connection.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return opened(new Answer(response.statusCode(), response.body()));
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException
                    || e.getCause() instanceof HttpConnectTimeoutException
                    || e.getCause() instanceof SSLHandshakeException) {
                throw new NotSent(e.getCause());
            }
            throw new NoAnswer(e.getCause());
        } catch (TimeoutException e) {
            pending.cancel(true);
            throw new NoAnswer(e);
        } catch (InterruptedException e) {
            pending.cancel(true);
            Thread.currentThread().interrupt();
            throw new NoAnswer(e);
        }
    }
}
