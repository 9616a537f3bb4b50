package org.yibaoban.portal.his;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.yibaoban.portal.server.ServerSuite;

/** Tells the payer sandbox how to behave. */
public final class PayerMood {

    private PayerMood() {}

    /** The next claim of this visit meets the fault; everything else goes well. */
    public static void nextClaim(HisStay stay, String fault) throws Exception {
        tell("only=Claim/$submit " + stay.visit() + "\nnext=" + fault + "\nslow-millis=500");
    }

    /** Nobody gets an answer, whatever is asked. */
    public static void breakEveryConnection() throws Exception {
        tell("broken=1000");
    }

    /** The payer's books are wrong about claims: {@code statement-omit} and its like. */
    public static void books(String settings) throws Exception {
        tell(settings);
    }

    public static void behave() throws Exception {
        tell("");
    }

    private static void tell(String settings) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(ServerSuite.address() + "/payer-sandbox/misbehaviour"))
                .PUT(HttpRequest.BodyPublishers.ofString(settings))
                .build();
        HttpResponse<String> answer = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
}
