package org.qiao.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * All sockets cut at once, as when a switch fails: everybody comes back as docs/protocol.md says (a short random pause, and what the
 * server asks for when it is busy) and syncs. Meanwhile a few untouched people go on writing and somebody uses the pages.
 */
final class StormScenario implements Scenario {

    private static final int CONNECTIONS = 5_000;
    private static final int GROUP = 500;
    private static final int UNTOUCHED_PAIRS = 5;
    private static final int UNTOUCHED_RATE = 50;
    private static final int ALL_AT_ONCE = 100_000;

    @Override
    public int people(Options options) {
        return options.number("connections", CONNECTIONS) + 2 * UNTOUCHED_PAIRS + 1;
    }

    /** The admission of reconnecting clients is what is measured, but its default suits a small machine without a storm. */
    @Override
    public Map<String, String> lifted() {
        Map<String, String> lifted = new LinkedHashMap<>(LIFTED);
        lifted.put("qiao.gateway.admissions-per-second", "2000");
        return lifted;
    }

    @Override
    public void run(Run run) {
        int connections = run.options.number("connections", CONNECTIONS);
        List<Conversation> pairs = DirectScenario.pairs(run, UNTOUCHED_PAIRS);
        Person watcher = run.people.get(2 * UNTOUCHED_PAIRS);
        List<Person> crowd = run.people.subList(2 * UNTOUCHED_PAIRS + 1, 2 * UNTOUCHED_PAIRS + 1 + connections);
        Run.say("Making groups of " + GROUP + " …");
        for (int i = 0; i + 3 < crowd.size(); i += GROUP) {
            List<Person> some = crowd.subList(i, Math.min(crowd.size(), i + GROUP));
            run.api.group(some.getFirst(), "群 " + i / GROUP, some.subList(1, some.size()));
        }
        Run.say("Opening " + connections + " sockets …");
        List<Client> clients = run.connect(crowd, run.options.number("at-once", 200));
        Traffic traffic = new Traffic(run.network, pairs);
        Return back = new Return(run.network, clients);
        traffic.others(back);
        run.network.ears(traffic);
        Pacer pacer = untouched(run, traffic, pairs);
        try (Probe calm = new Probe(run.api, watcher)) {
            Run.Window before = run.measure(traffic, 2, 3);
            run.result.put("before.ack_ms", Numbers.percentiles(before.meter().ack));
            run.result.put("before.http_ms", Numbers.percentiles(calm.times()));
        }
        storm(run, traffic, clients, back, watcher);
        pacer.stop();
        run.settle(traffic);
        run.result.put("connections", connections);
        run.result.put("refusals", run.network.refusals());
        run.result.put("syncs_put_off", run.network.call(back::putOff));
        int lost = run.network.lost() - connections;
        if (lost > 0) {
            traffic.violations.add(lost + " sockets were lost besides those that were cut: " + run.network.lastLoss());
        }
        if (run.network.call(back::missing) > 0) {
            traffic.violations.add(run.network.call(back::missing) + " people did not come back");
        }
        run.network.run(traffic::finish);
        run.violations(traffic.violations);
    }

    private static Pacer untouched(Run run, Traffic traffic, List<Conversation> pairs) {
        int[] next = {0};
        Pacer pacer = new Pacer(run.network, UNTOUCHED_RATE, meant -> {
            int turn = next[0]++;
            traffic.send(pairs.get(turn % pairs.size()).seats.get(turn / pairs.size() % 2), meant);
        });
        pacer.start();
        return pacer;
    }

    private static void storm(Run run, Traffic traffic, List<Client> clients, Return back, Person watcher) {
        int limit = run.options.number("seconds", 120);
        Run.say("Cutting " + clients.size() + " sockets …");
        Meter meter = new Meter();
        CpuUse cpu = CpuUse.begin(run.server());
        try (Probe probe = new Probe(run.api, watcher)) {
            run.network.run(() -> {
                traffic.meter(meter);
                meter.start(System.nanoTime());
                back.begin();
            });
            run.network.cut(clients);
            run.network.comeBack(clients, ALL_AT_ONCE);
            Run.await(limit, () -> run.network.call(() -> back.missing() == 0));
            run.network.run(() -> meter.stop(System.nanoTime()));
            run.result.put("cpu", cpu.end().cores());
            run.result.put("all_back_seconds", Numbers.round(run.network.call(back::seconds)));
            run.result.put("back_ms", Numbers.percentiles(run.network.call(back::times)));
            run.result.put("ack_ms", Numbers.percentiles(meter.ack));
            run.result.put("receive_ms", Numbers.percentiles(meter.receive));
            run.result.put("http_ms", Numbers.percentiles(probe.times()));
        }
    }

    /** Syncs everybody who is welcome again. On the event loop. */
    private static final class Return implements Ears {

        private final Network network;
        private final Histogram times = new Histogram(3);
        private final boolean[] away;
        private final int first;
        private int missing;
        private int putOff;
        private long begun;
        private long last;

        Return(Network network, List<Client> clients) {
            this.network = network;
            this.first = clients.getFirst().number;
            this.away = new boolean[clients.size()];
        }

        void begin() {
            java.util.Arrays.fill(away, true);
            missing = away.length;
            begun = System.nanoTime();
        }

        @Override
        public void heard(Client client, Frame frame, long now) {
            int index = client.number - first;
            if (index < 0 || index >= away.length || !away[index]) {
                return;
            }
            switch (frame.type) {
                case WELCOME -> sync(client);
                case SYNCED -> {
                    away[index] = false;
                    missing--;
                    last = now;
                    times.recordValue((now - begun) / 1_000);
                }
                case ERROR -> {
                    putOff++;
                    network.loop()
                            .schedule(
                                    () -> {
                                        sync(client);
                                        network.flush();
                                    },
                                    Math.max(1, frame.retryAfterMs),
                                    java.util.concurrent.TimeUnit.MILLISECONDS);
                }
                default -> {}
            }
        }

        private void sync(Client client) {
            ClientFrames text = network.text();
            text.json("{\"t\":\"sync\",\"id\":\"sync\"}");
            client.send(text.bytes(), text.start(), text.end() - text.start());
        }

        int missing() {
            return missing;
        }

        int putOff() {
            return putOff;
        }

        double seconds() {
            return (last - begun) / 1e9;
        }

        Histogram times() {
            return times.copy();
        }
    }

    /** Somebody who uses the pages: a request after another, with a short rest. */
    private static final class Probe implements AutoCloseable {

        private final ConcurrentHistogram times = new ConcurrentHistogram(3);
        private final AtomicBoolean going = new AtomicBoolean(true);
        private final Thread thread;

        Probe(Api api, Person person) {
            thread = Thread.ofVirtual().start(() -> {
                List<byte[]> kept = new ArrayList<>(1);
                while (going.get()) {
                    long begun = System.nanoTime();
                    kept.clear();
                    kept.add(api.bytes(person, "/api/conversations"));
                    times.recordValue((System.nanoTime() - begun) / 1_000);
                    java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
                }
            });
        }

        Histogram times() {
            return times;
        }

        @Override
        public void close() {
            going.set(false);
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
