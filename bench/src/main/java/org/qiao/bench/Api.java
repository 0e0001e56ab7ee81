package org.qiao.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public HTTP interface: making conversations before a run. Never used while something is measured, unless it is what is measured. */
final class Api {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int AT_ONCE = 16;
    /** Members in one request. */
    private static final int MEMBERS = 500;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;

    Api(URI server) {
        this.server = server;
    }

    /** @param id of the conversation; @param seq of its last entry */
    record Made(long id, long seq) {}

    /** By hand: it is asked a hundred times a second while the server starts, and a client with threads would cost what is measured. */
    static boolean isReady(URI server) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), 1_000);
            socket.setSoTimeout(2_000);
            socket.getOutputStream()
                    .write(("GET /actuator/health/readiness HTTP/1.1\r\nHost: " + server.getHost()
                                    + "\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException _) {
            return false;
        }
    }

    /** Where the sockets are. */
    URI socket(Person person) {
        String url = call(person, "GET", "/api/socket", null).get("url").asString();
        return URI.create(url.startsWith(":") ? "ws://" + server.getHost() + url : url);
    }

    Made direct(Person from, Person to) {
        return made(call(from, "POST", "/api/conversations", Map.of("kind", "DIRECT", "memberId", to.id())));
    }

    /** The members join in one request each 500. */
    Made group(Person owner, String title, List<Person> members) {
        List<Long> ids = members.stream().map(Person::id).toList();
        int first = Math.min(MEMBERS, ids.size());
        Made group = made(call(
                owner,
                "POST",
                "/api/conversations",
                Map.of(
                        "kind",
                        "GROUP",
                        "title",
                        title,
                        "memberIds",
                        ids.subList(0, first),
                        "key",
                        "g" + System.nanoTime())));
        for (int i = first; i < ids.size(); i += MEMBERS) {
            call(
                    owner,
                    "POST",
                    "/api/conversations/" + group.id() + "/members",
                    Map.of("memberIds", ids.subList(i, Math.min(ids.size(), i + MEMBERS))));
        }
        return made(call(owner, "GET", "/api/conversations/" + group.id(), null));
    }

    Made conversation(Person member, long id) {
        return made(call(member, "GET", "/api/conversations/" + id, null));
    }

    /** A code behind which employees serve, and the version of the notice that customers agree to. */
    record Door(String code, int notice) {}

    Door door(Person owner, String title, List<Person> employees) {
        List<Map<String, Object>> people = employees.stream()
                .<Map<String, Object>>map(employee -> Map.of("memberId", employee.id()))
                .toList();
        Map<String, Object> content =
                Map.of("people", people, "backups", List.of(), "skipVerify", true, "exclusive", false);
        Map<String, Object> way = Map.of("title", title, "remark", "", "state", "", "content", content);
        String code = call(owner, "POST", "/api/contact-ways", way).get("code").asString();
        JsonNode shown = call(null, "GET", "/api/visit/ways/" + code, null);
        return new Door(code, shown.get("notice").get("version").asInt());
    }

    /** A customer on his device, the thread he got and who serves him there. */
    record Visitor(Person person, long conversation, long employeeId) {}

    Visitor visit(Door door) {
        JsonNode opened =
                call(null, "POST", "/api/visit/ways/" + door.code() + "/opens", Map.of("consent", door.notice()));
        JsonNode thread = opened.get("thread");
        return new Visitor(
                new Person(
                        opened.get("me").get("id").asLong(), opened.get("token").asString()),
                thread.get("conversationId").asLong(),
                thread.get("person").get("id").asLong());
    }

    /** What the server counts as unread, by conversation. */
    Map<Long, Long> unread(Person person) {
        Map<Long, Long> unread = new HashMap<>();
        call(person, "GET", "/api/conversations?limit=100", null)
                .get("items")
                .forEach(line ->
                        unread.put(line.get("id").asLong(), line.get("unread").asLong()));
        return unread;
    }

    byte[] bytes(Person person, String path) {
        return exchange(request(person, path).GET().build());
    }

    /** @return the id of the file */
    long upload(Person person, String name, byte[] content) {
        HttpRequest request = request(person, "/api/files?name=" + name)
                .POST(HttpRequest.BodyPublishers.ofByteArray(content))
                .build();
        return send(request).get("id").asLong();
    }

    private static Made made(JsonNode conversation) {
        return new Made(conversation.get("id").asLong(), conversation.get("seq").asLong());
    }

    /** @param person null for a stranger */
    private JsonNode call(@Nullable Person person, String method, String path, @Nullable Object body) {
        HttpRequest request = request(person, path)
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)))
                .build();
        return send(request);
    }

    private HttpRequest.Builder request(@Nullable Person person, String path) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT).header("Content-Type", "application/json");
        return person == null ? request : request.header("Authorization", "Bearer " + person.token());
    }

    private JsonNode send(HttpRequest request) {
        return JSON.readTree(exchange(request));
    }

    private byte[] exchange(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request.method() + " " + request.uri() + ": " + answer.statusCode()
                        + " " + new String(answer.body(), StandardCharsets.UTF_8));
            }
            return answer.body();
        } catch (IOException e) {
            throw new IllegalStateException(request.method() + " " + request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Several requests at a time; the answers are in the order of the work. */
    static <T> List<T> all(List<Callable<T>> work) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_ONCE)) {
            List<T> answers = new ArrayList<>(work.size());
            for (Future<T> answer : workers.invokeAll(work)) {
                answers.add(answer.get());
            }
            return answers;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }
}
