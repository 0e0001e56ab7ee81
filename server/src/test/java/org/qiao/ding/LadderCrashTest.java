package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.qiao.testing.Await;
import org.qiao.testing.ServerProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A DING to thirty people, and a server that ends without warning between any two steps of its way: while a step is taken, when it
 * is taken, with some orders told to the network and others in hand, with a receipt stored, with a confirmation stored, while
 * telephones ring.
 * Afterwards every telephone got each step once, nothing was skipped, no confirmation is lost, and the board says the same.
 */
@Order(1)
class LadderCrashTest {

    private static final int MEMBERS = 12;
    private static final int OUTSIDERS = 18;
    private static final int PEOPLE = MEMBERS + OUTSIDERS;
    private static final int BY_LINK = 3;
    /** The others say nothing and are called. */
    private static final int ANSWERING = 25;

    private static final Pattern LINK = Pattern.compile("/ding/([A-Za-z0-9_-]{43})");
    private static final String SIMULATION = "/api/admin/notice/simulation";

    private ServerProcess server;
    private Duration ahead = Duration.ZERO;

    /** The number behind each recipient, by the name on the board. */
    private final Map<String, String> phones = new LinkedHashMap<>();

    private final Set<String> members = new HashSet<>();
    private final List<Long> memberIds = new ArrayList<>();
    private long ding;

    @BeforeEach
    void aCompanyWithASimulatedNetwork(@TempDir Path folder) {
        server = new ServerProcess(folder, "--qiao.address=http://qiao.example.com");
        server.start();
        server.found();
        server.ask("PUT", SIMULATION, Map.of("on", true));
        ObjectNode settings = (ObjectNode) server.ask("GET", "/api/admin/ding/settings", null);
        settings.putNull("quiet");
        server.ask("PUT", "/api/admin/ding/settings", settings);
        for (int i = 0; i < PEOPLE; i++) {
            phones.put((i < MEMBERS ? "同事" : "师傅") + i, "139%08d".formatted(10_000 + i));
        }
        for (String name : List.copyOf(phones.keySet()).subList(0, MEMBERS)) {
            Map<String, String> person = Map.of("name", name, "phone", phones.get(name));
            memberIds.add(server.ask("POST", "/api/members", person).get("id").asLong());
            members.add(name);
        }
    }

    @AfterEach
    void end() {
        server.close();
    }

    @Test
    @Timeout(value = 600, unit = TimeUnit.SECONDS)
    void everyStepIsTakenOnceWhereverTheServerEnds() throws IOException {
        theFirstStepIsCutOffFourTimes();
        confirmationsSurviveAndAStepThatWasDueMeanwhileIsTaken();
        callsThatRangAreNotMadeAgain();
    }

    private void theFirstStepIsCutOffFourTimes() throws IOException {
        server.arm("ding.step-uncommitted", 1);
        try {
            server.send("POST", "/api/dings", draft());
        } catch (IOException _) {
            // nobody knows whether it was made: asked again below, with the same key
        }
        server.awaitDeath();

        startToEndAt("ding.step-committed", 1);
        startToEndAt("notice.carried", 5); // with more orders in hand
        startToEndAt("ding.told", 20);
        server.start();
        HttpResponse<String> again = server.send("POST", "/api/dings", draft());
        assertThat(again.statusCode()).as("it was made before the first end").isEqualTo(200);
        ding = server.json(again).get("id").asLong();
        forward(Duration.ofMinutes(2)); // beyond the time that an attempt can take
        until(() -> delivered("SMS", 0) == PEOPLE);

        assertThat(board()).hasSize(PEOPLE);
        board().forEach((name, line) -> {
            assertThat(steps(line, "SMS")).as(name).containsExactly("0 DELIVERED");
            assertThat(steps(line, "APP")).as(name).hasSize(members.contains(name) ? 1 : 0);
        });
    }

    private Map<String, Object> draft() {
        List<Map<String, Object>> outsiders = new ArrayList<>();
        phones.forEach((name, phone) -> {
            if (!members.contains(name)) {
                outsiders.add(Map.of("name", name, "phone", phone));
            }
        });
        Map<String, Object> ladder = Alarm.ladder(
                Alarm.step(0, "PERSON", "APP", "SMS"),
                Alarm.step(10, "PERSON", "SMS"),
                Alarm.step(30, "PERSON", "VOICE"));
        return Map.of(
                "key",
                "crash",
                "text",
                "三号线停机",
                "range",
                Map.of("members", memberIds, "phones", outsiders),
                "ladder",
                ladder);
    }

    private void confirmationsSurviveAndAStepThatWasDueMeanwhileIsTaken() {
        List<String> names = List.copyOf(phones.keySet());
        server.arm("ding.confirmed", 12);
        for (String name : names.subList(0, BY_LINK)) {
            server.ask("POST", "/api/public/dings/" + token(name) + "/confirm", Map.of());
        }
        List<String> told = replyUntilItEnds(names.subList(BY_LINK, ANSWERING));
        server.awaitDeath();
        forward(Duration.ofMinutes(10));
        server.start();

        until(() -> confirmed().containsAll(told) && confirmed().containsAll(names.subList(0, BY_LINK)));
        until(() -> board().entrySet().stream()
                .filter(line -> !confirmed().contains(line.getKey()))
                .allMatch(line -> steps(line.getValue(), "SMS").contains("1 DELIVERED")));
        for (String name : names.subList(BY_LINK, ANSWERING)) {
            server.ask("POST", phone(name) + "/messages", Map.of("text", "1")); // as people do who are not sure
        }
        until(() -> confirmed().size() == ANSWERING);
        assertThat(confirmedBy("LINK")).isEqualTo(BY_LINK);
        assertThat(confirmedBy("SMS")).isEqualTo(ANSWERING - BY_LINK);
    }

    /** Those whose reply the network has taken. */
    private List<String> replyUntilItEnds(List<String> names) {
        List<String> told = new ArrayList<>();
        for (String name : names) {
            try {
                if (server.send("POST", phone(name) + "/messages", Map.of("text", "1"))
                                .statusCode()
                        == 200) {
                    told.add(name);
                }
            } catch (IOException _) {
                return told;
            }
        }
        return told;
    }

    private Set<String> confirmed() {
        Set<String> names = new HashSet<>();
        board().forEach((name, line) -> {
            if (line.get("state").stringValue().equals("CONFIRMED")) {
                names.add(name);
            }
        });
        return names;
    }

    /** Five have said nothing: they are called. One presses the key, the telephones of the others ring when the server ends. */
    private void callsThatRangAreNotMadeAgain() {
        List<String> silent = List.copyOf(phones.keySet()).subList(ANSWERING, PEOPLE);
        forward(Duration.ofMinutes(20));
        until(() -> silent.stream().allMatch(name -> calls(name).size() == 1));
        long call = calls(silent.getFirst()).get(0).get("id").asLong();
        server.ask("POST", SIMULATION + "/calls/" + call, Map.of("action", "ANSWER"));
        server.ask("POST", SIMULATION + "/calls/" + call, Map.of("action", "PRESS", "key", "1"));
        until(() -> confirmedBy("VOICE") == 1);
        server.kill();

        server.start();
        forward(Duration.ofMinutes(15)); // beyond the time that a call can take
        until(() -> delivered("SMS", 2) == silent.size() - 1); // the call's own: nobody answered
        until(() -> board().values().stream().noneMatch(LadderCrashTest::isUnderWay));
        assertThat(silent).allSatisfy(name -> assertThat(calls(name)).hasSize(1));
        theBoardAgreesWithThePhones();
    }

    private void theBoardAgreesWithThePhones() {
        board().forEach((name, line) -> {
            List<String> written = steps(line, "SMS");
            assertThat(texts(name)).as(name).hasSize(written.size());
            assertThat(new HashSet<>(texts(name)))
                    .as("each step has a link of its own")
                    .hasSize(written.size());
            assertThat(written).as(name).allMatch(step -> step.endsWith("DELIVERED"));
            assertThat(calls(name)).as(name).hasSize(steps(line, "VOICE").size());
            Set<String> once = new HashSet<>();
            line.get("steps")
                    .forEach(step -> assertThat(once.add(step.get("step") + " " + step.get("way") + step.get("target")))
                            .as(name)
                            .isTrue());
        });
    }

    private void startToEndAt(String point, int passings) {
        server.arm(point, passings);
        server.launch();
        server.awaitDeath();
    }

    private void forward(Duration by) {
        ahead = ahead.plus(by);
        server.setAhead(ahead);
    }

    private String phone(String name) {
        return SIMULATION + "/phones/86" + phones.get(name);
    }

    /** By the name of the person, as the sender sees it. */
    private Map<String, JsonNode> board() {
        Map<String, JsonNode> lines = new LinkedHashMap<>();
        server.ask("GET", "/api/dings/" + ding + "/recipients?limit=200", null)
                .get("items")
                .forEach(line -> lines.put(
                        line.path("person")
                                .path("name")
                                .asString(line.get("name").asString("")),
                        line));
        return lines;
    }

    /** "0 DELIVERED", for each time this way was taken. */
    private static List<String> steps(JsonNode line, String way) {
        return line.get("steps")
                .valueStream()
                .filter(step -> step.get("way").stringValue().equals(way))
                .map(step -> step.get("step").asInt() + " " + step.get("state").stringValue())
                .toList();
    }

    private long delivered(String way, int step) {
        return board().values().stream()
                .filter(line -> steps(line, way).contains(step + " DELIVERED"))
                .count();
    }

    /** How many steps are in which state, for who wonders why a condition is not met. */
    private Map<String, Long> states() {
        return board().values().stream()
                .flatMap(line -> line.get("steps").valueStream())
                .collect(Collectors.groupingBy(
                        step -> "%s %s %s %s"
                                .formatted(
                                        step.get("step"),
                                        step.get("way").stringValue(),
                                        step.get("state").stringValue(),
                                        step.path("reason").asString("")),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private void until(BooleanSupplier condition) {
        try {
            Await.until(condition);
        } catch (AssertionError e) {
            throw new AssertionError("The board says " + states(), e);
        }
    }

    private static boolean isUnderWay(JsonNode line) {
        return line.get("steps")
                .valueStream()
                .anyMatch(step -> Set.of("QUEUED", "SENDING", "SENT")
                        .contains(step.get("state").stringValue()));
    }

    private long confirmedBy(String way) {
        return board().values().stream()
                .filter(line -> line.path("confirmedWay").asString("").equals(way))
                .count();
    }

    /** What the telephone received. */
    private List<String> texts(String name) {
        return server.ask("GET", phone(name) + "/messages", null)
                .get("items")
                .valueStream()
                .filter(text -> !text.get("fromPhone").asBoolean())
                .map(text -> text.get("text").stringValue())
                .toList();
    }

    private List<JsonNode> calls(String name) {
        return server.ask("GET", phone(name) + "/calls", null)
                .get("items")
                .valueStream()
                .toList();
    }

    private String token(String name) {
        Matcher link = LINK.matcher(texts(name).getFirst());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }
}
