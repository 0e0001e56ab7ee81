package org.qiao.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocketHandshakeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** The same for the socket: every command, as everyone who may open a socket but has no business in the conversation. */
@QiaoTest
class SocketIsolationTest {

    /** One row for every command; a command without a row fails the build. */
    private static final Map<String, String> COMMANDS = Map.of(
            "send",
                    "{'t':'send','id':'x','conversation':$conversation,'key':'stranger','kind':'TEXT','body':{'text':'x'}}",
            "recall", "{'t':'recall','id':'x','conversation':$conversation,'key':'stranger','target':$entry}",
            "read", "{'t':'read','id':'x','conversation':$conversation,'seq':$entry}",
            "pull", "{'t':'pull','id':'x','conversation':$conversation,'after':0,'limit':50}",
            "typing", "{'t':'typing','id':'x','conversation':$conversation}",
            "sync", "{'t':'sync','id':'x','era':0,'cursor':null,'personal':0}",
            "ping", "{'t':'ping','id':'x'}");

    @Autowired
    Given given;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Sockets sockets;

    @Test
    void everyCommandHasARow() throws Exception {
        Class<?>[] commands = Class.forName("org.qiao.gateway.Command").getPermittedSubclasses();
        Set<String> names = new TreeSet<>(Arrays.stream(commands)
                .map(command -> command.getSimpleName().toLowerCase(Locale.ROOT))
                .toList());
        names.remove("invalid"); // what is no command

        assertThat(COMMANDS.keySet()).containsExactlyInAnyOrderElementsOf(names);
    }

    @Test
    void strangersGetTheSameAnswerForForeignAndMissingAndChangeNothing() {
        Victim victim = Victim.create(given, jdbc);
        List<TestUser> strangers = List.of(
                given.org().user(),
                given.org().owner(),
                victim.org().user("旁人"),
                given.guest(given.org(), "旁客"),
                given.guest(victim.org(), "旁客"));
        String before = victim.checksum();
        List<String> wrong = new ArrayList<>();

        for (TestUser stranger : strangers) {
            for (String name : COMMANDS.keySet()) {
                String thread = answers(stranger, name, victim.ids().with("conversation", "thread"));
                String foreign = answers(stranger, name, victim.ids());
                String missing = answers(stranger, name, victim.ids().missing());
                if (!foreign.equals(missing)) {
                    wrong.add(name + " tells foreign from missing: " + foreign + " / " + missing);
                }
                if (!thread.equals(foreign)) {
                    wrong.add(name + " tells a customer's thread from others: " + thread + " / " + foreign);
                }
                if (foreign.contains(Victim.SECRET) || thread.contains(Victim.SECRET)) {
                    wrong.add(name + " shows the secret");
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(victim.checksum()).as("the victim's rows").isEqualTo(before);
    }

    @Test
    void withoutAValidTokenOrAfterBeingDisabledNoSocketOpens() {
        Victim victim = Victim.create(given, jdbc);
        Strangers strangers = Strangers.of(given, victim, jdbc);
        URI address = sockets.address(victim.org().user("谁"));

        for (Strangers.Stranger stranger : strangers.all()) {
            switch (stranger.who()) {
                case NOBODY, BAD_TOKEN ->
                    assertThat(refusal(address, stranger.token())).isEqualTo(401);
                case DISABLED -> assertThat(refusal(address, stranger.token())).isEqualTo(403);
                default -> assertThat(stranger.token()).isNotNull();
            }
        }
    }

    /** Everything the server says to the command, without the ids and times that differ by nature. */
    private String answers(TestUser stranger, String name, Ids ids) {
        String frame = Operation.fill(Objects.requireNonNull(COMMANDS.get(name)), ids);
        try (TestSocket socket = sockets.open(stranger)) {
            socket.send(frame);
            StringBuilder text = new StringBuilder();
            text.append(socket.next()).append('\n'); // may come after a later pong
            for (JsonNode answer : socket.settled()) {
                text.append(answer).append('\n');
            }
            return text.toString()
                    .replaceAll("\"cursor\":\"[^\"]*\"", "")
                    .replaceAll("\"conversation\":" + ids.get("conversation") + "\\b", "");
        }
    }

    private static int refusal(URI address, @Nullable String token) {
        var builder = HttpClient.newHttpClient().newWebSocketBuilder();
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        }
        try {
            builder.buildAsync(address, new java.net.http.WebSocket.Listener() {})
                    .join();
            return 101;
        } catch (CompletionException e) {
            return e.getCause() instanceof WebSocketHandshakeException refused
                    ? refused.getResponse().statusCode()
                    : -1;
        }
    }
}
