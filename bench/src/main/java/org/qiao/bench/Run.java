package org.qiao.bench;

import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** One scenario on one server: the people, their sockets, the windows in which something is measured, and the result. */
final class Run implements AutoCloseable {

    private static final long CONNECT_SECONDS = 240;
    private static final long SETTLE_SECONDS = 60;

    final Options options;
    final Api api;
    final List<Person> people;
    final URI http;
    final Network network;
    /** Keys of messages of this run begin so; a number follows. */
    final String keyPrefix;

    final Map<String, Object> result = new LinkedHashMap<>();
    private final @Nullable LocalServer server;

    private Run(Options options, @Nullable LocalServer server, URI http, List<Person> people) {
        this.options = options;
        this.server = server;
        this.http = http;
        this.api = new Api(http);
        this.people = people;
        this.keyPrefix = Long.toString(ThreadLocalRandom.current().nextLong(1L << 40), 36) + "-";
        this.network = new Network(
                api.socket(people.getFirst()), keyPrefix, Payload.texts(options.number("payload", Payload.CHARACTERS)));
        result.put("scenario", options.scenario());
    }

    /**
     * @param needed how many people
     * @param lifted settings of the throw-away server without which a limit would be measured instead; --set comes after
     */
    static Run open(Options options, int needed, Map<String, String> lifted) {
        if (options.has("url")) {
            List<Person> people = Person.read(Path.of(options.find("tokens").orElseThrow()));
            if (people.size() < needed) {
                throw new Misuse("This run needs " + needed + " people, the file of tokens has " + people.size() + ".");
            }
            return new Run(options, null, URI.create(options.find("url").orElseThrow()), people);
        }
        Map<String, String> settings = new LinkedHashMap<>(lifted);
        settings.putAll(options.settings());
        say("Starting a throw-away server with " + needed + " people …");
        LocalServer server = LocalServer.start(LocalServer.Launch.of(settings, needed));
        try {
            return new Run(options, server, server.http(), Person.read(server.tokens()));
        } catch (RuntimeException e) {
            server.close();
            throw e;
        }
    }

    static void say(String what) {
        System.err.println(what);
    }

    @Nullable
    LocalServer server() {
        return server;
    }

    /** Opens their sockets and waits until the last one is welcome. */
    List<Client> connect(List<Person> some, int atOnce) {
        return connectAll(network.add(some), atOnce);
    }

    /** Sockets with hardly any room for what is not read. */
    List<Client> connectSlow(List<Person> some, int atOnce) {
        List<Client> clients = network.add(some);
        clients.forEach(client -> client.slow = true);
        return connectAll(clients, atOnce);
    }

    private List<Client> connectAll(List<Client> clients, int atOnce) {
        int before = network.open();
        network.connect(clients, atOnce);
        if (!await(CONNECT_SECONDS, () -> network.open() >= before + clients.size())) {
            throw new IllegalStateException("Only " + (network.open() - before) + " of " + clients.size()
                    + " sockets could be opened: " + network.refusals());
        }
        return clients;
    }

    /** Lets it run, then measures a window. */
    Window measure(Traffic traffic, int warmUpSeconds, int seconds) {
        sleep(warmUpSeconds);
        Meter meter = new Meter();
        CpuUse cpu = CpuUse.begin(server);
        network.run(() -> {
            traffic.meter(meter);
            meter.start(System.nanoTime());
        });
        sleep(seconds);
        network.run(() -> meter.stop(System.nanoTime()));
        return new Window(meter, cpu.end());
    }

    record Window(Meter meter, CpuUse.Used cpu) {

        /** Everything that a result says about it. */
        Map<String, Object> numbers() {
            Map<String, Object> numbers = meter.numbers();
            numbers.put("cpu", cpu.cores());
            if (meter.acked() > 0) {
                numbers.put("server_database_cpu_us_per_message", cpu.microsPer(meter.acked()));
                numbers.put("generator_cpu_us_per_message", cpu.generatorMicrosPer(meter.acked()));
            }
            return numbers;
        }
    }

    /** After the last send: waits for what is under way. */
    void settle(Traffic traffic) {
        await(SETTLE_SECONDS, () -> network.call(traffic::isSettled));
    }

    /** Adds what the checks found. */
    void conclude(Traffic traffic) {
        concludeWithLost(traffic, 0);
    }

    /** @param expected sockets that the server was right to close */
    void concludeWithLost(Traffic traffic, int expected) {
        network.run(traffic::finish);
        if (network.lost() > expected) {
            traffic.violations.add(network.lost() + " sockets were lost, the last one: " + network.lastLoss());
        }
        result.put("behind_notices", traffic.behinds());
        result.put("messages", traffic.ledger.size());
        violations(traffic.violations);
    }

    void violations(Violations violations) {
        result.put("violations", violations.count());
        result.put("first_violations", violations.first());
    }

    static boolean await(long seconds, BooleanSupplier done) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                return false;
            }
            pause(20);
        }
        return true;
    }

    static void sleep(int seconds) {
        pause(seconds * 1_000L);
    }

    private static void pause(long millis) {
        try {
            TimeUnit.MILLISECONDS.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        }
    }

    @Override
    public void close() {
        network.close();
        if (server != null) {
            server.close();
        }
    }
}
