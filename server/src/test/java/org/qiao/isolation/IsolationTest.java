package org.qiao.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every HTTP operation, called by everyone who has no business there, with ids that are the victim's own and ids that name
 * nothing: refused, with the same answer for both, and nothing of the victim changed.
 */
@Order(2)
@QiaoTest
class IsolationTest {

    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private final HttpClient http = HttpClient.newHttpClient();
    private @Nullable HttpResponse<String> door;

    @Test
    void everyOperationHasARowAndEveryRowAnOperation() {
        Set<String> rows = new HashSet<>();
        Operations.all().forEach(row -> rows.add(row.pattern()));

        assertThat(rows).containsExactlyInAnyOrderElementsOf(mapped());
    }

    private Set<String> mapped() {
        Set<String> mapped = new HashSet<>();
        for (RequestMappingInfo info : mapping.getHandlerMethods().keySet()) {
            for (String path : info.getPatternValues()) {
                for (RequestMethod method : info.getMethodsCondition().getMethods()) {
                    if (isOurs(path)) {
                        mapped.add(method + " " + path);
                    }
                }
            }
        }
        return mapped;
    }

    @Test
    void strangersAreRefusedInTheSameWayForForeignAndMissingIdsAndChangeNothing() throws Exception {
        given.org(); // the first company of a server is its operator's, and other tests work in it
        Victim victim = Victim.create(given, jdbc);
        Strangers strangers = Strangers.of(given, victim, jdbc);
        String before = victim.checksum();
        List<String> wrong = new ArrayList<>();

        Set<String> mapped = mapped();
        for (Operation operation : Operations.all()) {
            if (!mapped.contains(operation.pattern())) {
                continue; // the other test says so
            }
            for (Strangers.Stranger stranger : strangers.all()) {
                if (!stranger.mayDo(operation)) {
                    judge(operation, stranger, victim, wrong);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(victim.checksum()).as("the victim's rows").isEqualTo(before);
    }

    private void judge(Operation operation, Strangers.Stranger stranger, Victim victim, List<String> wrong)
            throws Exception {
        HttpResponse<String> foreign = call(operation, stranger, victim.ids());
        String title =
                stranger.title() + ", " + operation.pattern() + ": " + foreign.statusCode() + " " + shortened(foreign);
        boolean shown = foreign.body().contains(Victim.SECRET)
                || (foreign.body().contains(Victim.MARKER) && !stranger.isInsider());
        if (shown) {
            wrong.add("shows the victim's data – " + title);
        }
        if (foreign.statusCode() >= 500) {
            wrong.add("fails – " + title);
        }
        if (stranger.mustBeRefused(operation) && !REFUSED.contains(foreign.statusCode())) {
            wrong.add("is not refused – " + title);
        }
        if (!operation.slots().isEmpty() && !atTheDoor(foreign)) {
            HttpResponse<String> missing =
                    call(operation, stranger, victim.ids().missing());
            if (!sameAnswer(foreign, missing) && !stranger.isInsider()) {
                wrong.add("tells foreign from missing (" + missing.statusCode() + " " + shortened(missing) + ") – "
                        + title);
            }
        }
    }

    /** Refused before any operation was looked for: the same words as where no operation is, whatever the ids are. */
    private boolean atTheDoor(HttpResponse<String> answer) throws Exception {
        if (answer.statusCode() != 401) {
            return false;
        }
        if (door == null) {
            door = http.send(
                    HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/no-such-operation"))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
        }
        return sameAnswer(answer, door);
    }

    private static boolean sameAnswer(HttpResponse<String> foreign, HttpResponse<String> missing) {
        return foreign.statusCode() == missing.statusCode()
                && withoutPath(foreign).equals(withoutPath(missing));
    }

    /** RFC 9457's "instance" repeats the requested path; everything else must be equal. */
    private static String withoutPath(HttpResponse<String> answer) {
        return answer.body().replaceAll("\"instance\":\"[^\"]*\"", "").replace(Ids.MISSING_NUMBER, "ID");
    }

    private static String shortened(HttpResponse<String> answer) {
        return answer.body().substring(0, Math.min(160, answer.body().length()));
    }

    private HttpResponse<String> call(Operation operation, Strangers.Stranger stranger, Ids ids) throws Exception {
        HttpResponse<String> answer = call(operation, stranger.token(), ids);
        assertThat(answer.statusCode()).as("nobody asks too often").isNotEqualTo(429);
        if (answer.statusCode() < 400 && !operation.method().equals("GET")) {
            stranger.hasDoneSomething();
        }
        return answer;
    }

    private HttpResponse<String> call(Operation operation, @Nullable String token, Ids ids) throws Exception {
        String body = operation.body();
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + Operation.fill(operation.path(), ids)))
                .method(
                        HttpMethod.valueOf(operation.method()).name(),
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(Operation.fill(body, ids)));
        if (body != null) {
            request.header("Content-Type", body.startsWith("{") ? "application/json" : "application/octet-stream");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(Objects.requireNonNull(request.build()), HttpResponse.BodyHandlers.ofString());
    }

    private static boolean isOurs(String path) {
        return (path.startsWith("/api/") || path.startsWith("/files/")) && !path.startsWith("/api/openapi");
    }
}
