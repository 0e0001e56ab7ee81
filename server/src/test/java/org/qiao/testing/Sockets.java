package org.qiao.testing;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.core.env.Environment;
import tools.jackson.databind.json.JsonMapper;

/** Opens real sockets: {@code try (TestSocket socket = sockets.open(user)) { … }}. */
@TestComponent
public class Sockets {

    static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final Environment environment;
    private final JsonMapper json = new JsonMapper();

    Sockets(Environment environment) {
        this.environment = environment;
    }

    /** A socket after its welcome. */
    public TestSocket open(TestUser user) {
        return new TestSocket(address(user), user.token());
    }

    /** Continues an earlier socket behind the numbered events that it had received. */
    public TestSocket resume(TestUser user, TestSocket earlier) {
        return resume(user, earlier.session(), earlier.received());
    }

    public TestSocket resume(TestUser user, String session, long received) {
        return new TestSocket(URI.create(address(user) + "?resume=" + session + "&received=" + received), user.token());
    }

    /** As clients find it. */
    public URI address(TestUser user) {
        String api = "http://localhost:" + environment.getRequiredProperty("local.server.port")
                + (user.isGuest() ? "/api/visit/socket" : "/api/socket");
        try {
            HttpResponse<String> answer = HTTP.send(
                    HttpRequest.newBuilder(URI.create(api))
                            .header("Authorization", "Bearer " + user.token())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return URI.create(
                    "ws://localhost" + json.readTree(answer.body()).get("url").stringValue());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
