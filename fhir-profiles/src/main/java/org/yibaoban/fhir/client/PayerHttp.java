package org.yibaoban.fhir.client;

import java.net.ConnectException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends bytes to the payer as they are and returns the bytes of its answer; tells "not sent" from "no answer". */
final class PayerHttp {
    private static final String FHIR_JSON = "application/fhir+json";
    private final PayerConnection connection;
    private final HttpClient client;

    PayerHttp(PayerConnection connection) {
        this.connection = connection;
        this.client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connection.connectTimeout())
                .build();
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
                .header("Content-Type", FHIR_JSON + "; charset=UTF-8")
                .POST(BodyPublishers.ofByteArray(body)));
    }

    /** @param ifNoneExist the search that must find nothing for something new to be made (R4 conditional create) */
    Answer create(String path, byte[] body, String ifNoneExist) throws NotSent, NoAnswer {
        return exchange(request(path)
                .header("Content-Type", FHIR_JSON + "; charset=UTF-8")
                .header("If-None-Exist", ifNoneExist)
                .POST(BodyPublishers.ofByteArray(body)));
    }

    Answer put(String path, byte[] body) throws NotSent, NoAnswer {
        return exchange(request(path)
                .header("Content-Type", FHIR_JSON + "; charset=UTF-8")
                .PUT(BodyPublishers.ofByteArray(body)));
    }

    Answer get(String path) throws NotSent, NoAnswer {
        return exchange(request(path).GET());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(connection.resolve(path)).header("Accept", FHIR_JSON);
    }

    /** The time limit covers the whole answer; the client's own one ends with the headers. */
    private Answer exchange(HttpRequest.Builder request) throws NotSent, NoAnswer {
        CompletableFuture<HttpResponse<byte[]>> pending = client.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            HttpResponse<byte[]> response =
                    pending.get(connection.answerTimeout().toMillis(), TimeUnit.MILLISECONDS);
            return new Answer(response.statusCode(), response.body());
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ConnectException || e.getCause() instanceof HttpConnectTimeoutException) {
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
