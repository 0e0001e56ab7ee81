package org.qiao.noticesms;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** An SMS gateway that speaks HTTP, in this process, with faults to order. */
final class TestGateway implements AutoCloseable {

    final List<Request> requests = new CopyOnWriteArrayList<>();

    private final ConcurrentLinkedQueue<Reaction> reactions = new ConcurrentLinkedQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final HttpServer server;

    record Request(String method, String uri, Headers headers, String body) {}

    interface Reaction {
        void on(HttpExchange exchange) throws IOException;
    }

    TestGateway() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 10);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void next(Reaction reaction) {
        reactions.add(reaction);
    }

    void answer(int status, String body, String... headers) {
        next(exchange -> {
            for (int i = 0; i < headers.length; i += 2) {
                exchange.getResponseHeaders().add(headers[i], headers[i + 1]);
            }
            write(exchange, status, body);
        });
    }

    /** Takes the request and says nothing. */
    void hang() {
        next(exchange -> await());
    }

    /** Begins an answer that never ends. */
    void trickle() {
        next(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            await();
        });
    }

    private void await() {
        try {
            closed.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add(new Request(
                exchange.getRequestMethod(), exchange.getRequestURI().toString(), exchange.getRequestHeaders(), body));
        Reaction reaction = reactions.poll();
        if (reaction == null) {
            write(exchange, 200, "{\"Code\":\"OK\",\"BizId\":\"biz-" + requests.size() + "\"}");
        } else {
            reaction.on(exchange);
        }
        exchange.close();
    }

    private static void write(HttpExchange exchange, int status, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    @Override
    public void close() {
        closed.countDown();
        server.stop(0);
    }
}
