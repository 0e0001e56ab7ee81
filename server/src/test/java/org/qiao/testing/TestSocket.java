package org.qiao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client as the protocol describes it: frames in the order of arrival, numbered events counted. Waiting has a limit of ten
 * seconds, so a missing frame fails the test instead of hanging it.
 */
public final class TestSocket implements AutoCloseable, WebSocket.Listener {

    private static final Duration WAIT = Duration.ofSeconds(10);
    private static final Set<String> NUMBERED = Set.of("entry", "receipts", "personal", "behind");

    private final JsonMapper json = new JsonMapper();
    private final BlockingQueue<JsonNode> frames = new LinkedBlockingQueue<>();
    private final CompletableFuture<Integer> closed = new CompletableFuture<>();
    private final AtomicLong received = new AtomicLong();
    private final StringBuilder partial = new StringBuilder();
    private final WebSocket socket;
    private final JsonNode welcome;

    TestSocket(URI address, String token) {
        this.socket = Sockets.HTTP
                .newWebSocketBuilder()
                .header("Authorization", "Bearer " + token)
                .buildAsync(address, this)
                .join();
        this.welcome = next("welcome");
    }

    public JsonNode welcome() {
        return welcome;
    }

    public String session() {
        return welcome.get("session").stringValue();
    }

    public boolean resumed() {
        return welcome.get("resumed").booleanValue();
    }

    /** Numbered events so far. */
    public long received() {
        return received.get();
    }

    /** Single quotes stand for double ones: {@code send("{'t':'ping','id':1}")}. */
    public void send(String frame) {
        socket.sendText(frame.replace('\'', '"'), true).join();
    }

    /** The next frame, whatever it is. */
    public JsonNode next() {
        JsonNode frame = poll(WAIT);
        assertThat(frame).as("a frame within %s", WAIT).isNotNull();
        return java.util.Objects.requireNonNull(frame);
    }

    /** The next frame of this type; others before it are dropped. */
    public JsonNode next(String type) {
        while (true) {
            JsonNode frame = next();
            if (frame.get("t").stringValue().equals(type)) {
                return frame;
            }
        }
    }

    /** Asks for a pong and gives back what arrived before it: everything that was on its way. */
    public List<JsonNode> settled() {
        String id = "settled-" + System.nanoTime();
        send("{'t':'ping','id':'" + id + "'}");
        List<JsonNode> before = new ArrayList<>();
        while (true) {
            JsonNode frame = next();
            if (frame.get("t").stringValue().equals("pong")
                    && frame.get("id").stringValue().equals(id)) {
                return before;
            }
            before.add(frame);
        }
    }

    /** Waits for the server's goodbye; 1006 stands for none. */
    public int closeCode() {
        try {
            return closed.get(WAIT.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("The server did not close the socket", e);
        }
    }

    /** Pulls the plug: no goodbye. */
    public void cut() {
        socket.abort();
    }

    @Override
    public void close() {
        socket.abort();
    }

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        partial.append(data);
        if (last) {
            JsonNode frame = json.readTree(partial.toString());
            partial.setLength(0);
            if (NUMBERED.contains(frame.get("t").stringValue())) {
                received.incrementAndGet();
            }
            frames.add(frame);
        }
        from.request(1);
        return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed.complete(code);
        return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed.complete(1006);
    }

    private @Nullable JsonNode poll(Duration wait) {
        try {
            return frames.poll(wait.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
