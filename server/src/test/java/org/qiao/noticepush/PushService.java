package org.qiao.noticepush;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A push service on this machine: checks who sends as RFC 8292 says, keeps what came, and answers as it is told. */
final class PushService implements AutoCloseable {

    /** One message, as it came. */
    record Message(String path, Map<String, String> headers, JsonNode claims, byte[] body) {}

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpServer server;
    private final Map<String, Integer> answers = new ConcurrentHashMap<>();
    private final Map<String, String> waits = new ConcurrentHashMap<>();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();

    PushService() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    String endpoint(String name) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    }

    void answering(String name, int status) {
        answers.put("/" + name, status);
    }

    void answering(String name, int status, String retryAfter) {
        waits.put("/" + name, retryAfter);
        answering(name, status);
    }

    List<Message> messages() {
        return messages;
    }

    /** What the standard forbids; empty for a good sender. */
    List<String> faults() {
        return faults;
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] body = exchange.getRequestBody().readAllBytes();
            Map<String, String> headers = new ConcurrentHashMap<>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst()));
            messages.add(new Message(path, headers, claims(headers.getOrDefault("authorization", "")), body));
            if (waits.containsKey(path)) {
                exchange.getResponseHeaders().set("Retry-After", waits.get(path));
            }
            exchange.getResponseHeaders().set("Location", endpoint("elsewhere"));
            exchange.sendResponseHeaders(answers.getOrDefault(path, 201), -1);
        }
    }

    private JsonNode claims(String authorization) {
        try {
            String token = authorization.replaceFirst("^vapid t=([^,]+), k=(\\S+)$", "$1");
            String key = authorization.replaceFirst("^vapid t=([^,]+), k=(\\S+)$", "$2");
            String[] parts = token.split("\\.");
            Signature check = Signature.getInstance("SHA256withECDSAinP1363Format");
            check.initVerify(P256.publicKey(Base64.getUrlDecoder().decode(key)));
            check.update((parts[0] + "." + parts[1]).getBytes(US_ASCII));
            if (!check.verify(Base64.getUrlDecoder().decode(parts[2]))) {
                faults.add("wrong signature");
            }
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            if (!header.path("alg").asString().equals("ES256")) {
                faults.add("wrong algorithm");
            }
            return JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
        } catch (Exception e) {
            faults.add("no proof of who sends: " + e);
            return JSON.createObjectNode();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
