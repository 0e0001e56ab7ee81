package org.qiao.bench;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.qiao.bench.Books.Asked;
import org.qiao.bench.Books.Open;
import org.qiao.bench.Operation.Kind;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One device of one person, with the duties of docs/protocol.md: it connects again whatever happens, resumes or syncs, sends until it
 * is certain, and writes everything into the books. What it does of itself, {@link Habits} decide.
 */
final class Device {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final AtomicInteger CONNECTIONS = new AtomicInteger();
    /** Marks so young are told again to a server that does not know the session: docs/protocol.md 3. */
    private static final long FORGOTTEN_NANOS = TimeUnit.SECONDS.toNanos(5);

    private static final int PAUSE_MILLIS = 50;
    private static final int PAUSE_MOST_MILLIS = 400;
    /** Of the messages that a broken socket leaves open, one in so many is never sent again: it stays unknown. */
    private static final int GIVEN_UP = 6;

    final Person person;
    final Notebook notebook;
    private final Supplier<URI> address;
    private final Books books;
    private final SplittableRandom random;

    private final Map<String, Open> pending = new HashMap<>();
    private final Map<String, Fetch> fetches = new HashMap<>();
    private final Deque<Open> repeats = new ArrayDeque<>();
    /** By conversation, when it was last said how far its person has read. */
    private final Map<Long, Long> marked = new HashMap<>();

    private final List<Open> acknowledged = new ArrayList<>();
    private @Nullable Wire wire;
    private String session = "";
    private long received;
    private int connection;
    private long nextId = 1;
    private boolean welcome;
    private boolean syncing;
    private long patientUntil;
    private long lostAt;
    private volatile boolean ended;

    /** @param leaves see {@link Notebook#leaves} */
    private record Fetch(long conversation, int leaves) {}

    /** What every device needs. @param ignoresEra see {@link Notebook} */
    record World(Supplier<URI> address, Books books, boolean ignoresEra) {}

    Device(int number, Person person, World world, SplittableRandom random) {
        this.person = person;
        this.address = world.address();
        this.books = world.books();
        this.random = random;
        this.notebook = new Notebook(number, person.id(), books, world.ignoresEra());
    }

    /** Connected until it is ended; on a thread of its own. */
    void run() {
        int pause = PAUSE_MILLIS;
        while (!ended) {
            try {
                Wire open = Wire.open(where(), person.token());
                pause = PAUSE_MILLIS;
                listen(open);
            } catch (IOException _) {
                pause = Math.min(PAUSE_MOST_MILLIS, pause * 2); // the server is away, or full
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause / 2 + pick(pause)));
        }
    }

    private synchronized int pick(int bound) {
        return random.nextInt(bound);
    }

    private synchronized URI where() {
        String query = session.isEmpty() ? "" : "?resume=" + session + "&received=" + received;
        return URI.create(address.get() + query);
    }

    private void listen(Wire open) {
        synchronized (this) {
            wire = open;
            connection = CONNECTIONS.incrementAndGet();
        }
        try {
            String text = open.read();
            while (text != null) {
                JsonNode frame = JSON.readTree(text);
                synchronized (this) {
                    hear(frame);
                    fetchWanted();
                }
                text = open.read();
            }
        } catch (IOException _) {
            // The end of this socket, as the end of any.
        } finally {
            open.cut();
            lost();
        }
    }

    /** What was under way is unknown now. */
    private synchronized void lost() {
        wire = null;
        lostAt = welcome ? System.nanoTime() : lostAt;
        welcome = false;
        syncing = false;
        fetches.forEach((_, fetch) -> notebook.want(fetch.conversation()));
        fetches.clear();
        for (Open operation : pending.values()) {
            if (operation.asked().kind() == Kind.READ || random.nextInt(GIVEN_UP) > 0) {
                repeats.add(operation);
            }
        }
        pending.clear();
    }

    private void hear(JsonNode frame) {
        switch (frame.get("t").asString()) {
            case "welcome" -> welcome(frame);
            case "ack" -> acknowledged(frame);
            case "ok" -> settled(frame);
            case "error" -> refused(frame);
            case "synced" -> synced(frame);
            case "entries" -> entries(frame);
            case "entry" -> {
                received++;
                notebook.entry(frame);
            }
            case "personal" -> {
                received++;
                notebook.personal(frame);
            }
            case "behind" -> {
                received++;
                notebook.behind(frame);
            }
            case "receipts" -> received++;
            default -> {
                // drain, pong, typing: nothing to do
            }
        }
    }

    private void welcome(JsonNode frame) {
        session = frame.get("session").asString();
        notebook.welcome(frame);
        welcome = true;
        if (!frame.get("resumed").asBoolean()) {
            received = 0;
            notebook.beginSync();
            sync("");
            marked.forEach((conversation, at) -> {
                if (at > lostAt - FORGOTTEN_NANOS) {
                    notebook.mark(conversation); // a server that crashed may have forgotten it
                }
            });
            marked.clear();
        }
        for (Open operation = repeats.poll(); operation != null; operation = repeats.poll()) {
            books.again(operation);
            write(operation);
        }
    }

    private void sync(String after) {
        syncing = true;
        command("sync", notebook.position() + after);
    }

    private void synced(JsonNode frame) {
        String next = notebook.synced(frame);
        if (next != null) {
            sync(",\"after\":\"" + next + "\"");
        } else {
            syncing = false;
        }
    }

    private void entries(JsonNode frame) {
        Fetch fetch = fetches.remove(frame.get("id").asString());
        if (fetch != null && fetch.leaves() == notebook.leaves(fetch.conversation())) {
            notebook.entries(frame);
        }
    }

    private void acknowledged(JsonNode frame) {
        Open operation = pending.remove(frame.get("id").asString());
        if (operation != null) {
            books.ok(operation, frame.get("seq").asLong(), frame.get("no").asLong());
            acknowledged.add(operation);
        }
    }

    private void settled(JsonNode frame) {
        Open operation = pending.remove(frame.get("id").asString());
        if (operation != null) {
            books.ok(operation, operation.asked().target(), 0);
        }
    }

    /** What waiting helps against is sent again; a busy server may have stored it all the same. */
    private void refused(JsonNode frame) {
        String id = frame.get("id").asString("");
        String code = frame.get("code").asString();
        boolean later = frame.has("retryAfterMs") || code.equals("gateway.failed");
        Open operation = pending.remove(id);
        Fetch fetch = fetches.remove(id);
        if (operation != null && later) {
            repeats.add(operation);
        } else if (operation != null) {
            books.fail(operation, code);
        } else if (fetch != null && later) {
            notebook.want(fetch.conversation());
        } else if (fetch != null) {
            notebook.forget(fetch.conversation());
        } else if (syncing) {
            syncing = false;
            notebook.wantSync();
        }
        if (later) {
            patientUntil = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(200);
        }
    }

    /** What was put off, and what must be fetched. Called again and again. */
    synchronized void tick() {
        if (!isOnline() || System.nanoTime() < patientUntil) {
            return;
        }
        for (Open operation = repeats.poll(); operation != null; operation = repeats.poll()) {
            books.again(operation);
            write(operation);
        }
        if (notebook.takeWantedSync()) {
            notebook.beginSync();
            sync("");
        }
        fetchWanted();
    }

    private void fetchWanted() {
        if (!isOnline() || System.nanoTime() < patientUntil) {
            return;
        }
        notebook.takeWanted().forEach((conversation, after) -> {
            Fetch fetch = new Fetch(conversation, notebook.leaves(conversation));
            if (fetches.containsValue(fetch)) {
                notebook.want(conversation); // once more after this answer
                return;
            }
            String id = command("pull", ",\"conversation\":" + conversation + ",\"after\":" + after + ",\"limit\":200");
            fetches.put(id, fetch);
        });
        if (!syncing) {
            notebook.takeUnmarked().forEach(this::read);
        }
    }

    synchronized boolean isOnline() {
        return wire != null && welcome;
    }

    /** Nothing is under way. */
    synchronized boolean isQuiet() {
        return isOnline()
                && !syncing
                && pending.isEmpty()
                && repeats.isEmpty()
                && fetches.isEmpty()
                && !notebook.isWanting();
    }

    /** How many commands wait for their answer. */
    synchronized int underWay() {
        return pending.size() + repeats.size();
    }

    synchronized void send(long conversation, String key, String text) {
        write(invoke(Kind.SEND, conversation, key, text, 0));
    }

    synchronized void recall(long conversation, String key, long target) {
        write(invoke(Kind.RECALL, conversation, key, "", target));
    }

    synchronized void read(long conversation, long seq) {
        marked.put(conversation, System.nanoTime());
        write(invoke(Kind.READ, conversation, "", "", seq));
    }

    /** An acknowledged message once more, as if its answer had been lost. */
    synchronized void repeat() {
        if (!acknowledged.isEmpty()) {
            Open operation = acknowledged.get(random.nextInt(acknowledged.size()));
            books.again(operation);
            write(operation);
        }
    }

    synchronized void sync() {
        if (!syncing) {
            notebook.beginSync();
            sync("");
        }
    }

    private Open invoke(Kind kind, long conversation, String key, String text, long target) {
        return books.invoke(new Asked(kind, person.id(), connection, conversation, key, text, target));
    }

    private void write(Open operation) {
        Asked asked = operation.asked();
        String place = ",\"conversation\":" + asked.conversation();
        String id =
                switch (asked.kind()) {
                    case SEND ->
                        command(
                                "send",
                                place + ",\"key\":\"" + asked.key() + "\",\"kind\":\"TEXT\",\"body\":{\"text\":\""
                                        + asked.text() + "\"}");
                    case RECALL ->
                        command("recall", place + ",\"key\":\"" + asked.key() + "\",\"target\":" + asked.target());
                    case READ -> command("read", place + ",\"seq\":" + asked.target());
                    case ADD, REMOVE -> throw new IllegalStateException("Not over a socket");
                };
        pending.put(id, operation);
    }

    private String command(String type, String fields) {
        String id = Long.toString(nextId++);
        Wire open = wire;
        if (open != null) {
            try {
                open.write("{\"t\":\"" + type + "\",\"id\":\"" + id + "\"" + fields + "}");
            } catch (IOException _) {
                open.cut(); // the reading side notices
            }
        }
        return id;
    }

    /** The cable is pulled; the session may go on. */
    synchronized void cut() {
        if (wire != null) {
            wire.cut();
        }
    }

    synchronized List<Holding> holdings() {
        return notebook.holdings();
    }

    void end() {
        ended = true;
        cut();
    }
}
