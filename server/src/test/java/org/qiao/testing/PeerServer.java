package org.qiao.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Another company's system: a real HTTP server on this machine that remembers what it hears and answers as it is told. */
public final class PeerServer implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<Heard> heard = new CopyOnWriteArrayList<>();
    private final AtomicReference<Manner> manner = new AtomicReference<>(status(200));

    public PeerServer() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** One request. Names of headers are in lower case. */
    public record Heard(Map<String, String> headers, String body) {

        public String header(String name) {
            return Objects.requireNonNull(headers.get(name.toLowerCase(Locale.ROOT)), name);
        }

        public JsonNode json() {
            return JsonMapper.shared().readTree(body);
        }
    }

    /** How it answers. */
    public interface Manner {
        void answer(HttpExchange exchange) throws IOException;
    }

    public static Manner status(int status) {
        return exchange -> exchange.sendResponseHeaders(status, -1);
    }

    public void answers(Manner other) {
        manner.set(other);
    }

    public String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    public List<Heard> heard() {
        return heard;
    }

    /** Those with one topic. */
    public List<Heard> heard(String topic) {
        return heard.stream()
                .filter(one -> topic.equals(one.headers().get("qiao-topic")))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            Map<String, String> headers = exchange.getRequestHeaders().entrySet().stream()
                    .collect(Collectors.toMap(
                            header -> header.getKey().toLowerCase(Locale.ROOT),
                            header -> header.getValue().getFirst()));
            heard.add(new Heard(headers, body));
            manner.get().answer(exchange);
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
