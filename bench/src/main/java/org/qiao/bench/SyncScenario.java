package org.qiao.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.HdrHistogram.Histogram;
import org.jspecify.annotations.Nullable;

/** A device that was away while its conversations went on: how long until it has everything. */
final class SyncScenario implements Scenario {

    private static final int CONVERSATIONS = 200;
    private static final int[] MISSED = {1_000, 10_000};
    private static final int TIMES = 15;
    /** The most that a device can ask for; 0: the last 20 of each, known or not. */
    private static final int TAIL = 100;

    @Override
    public int people(Options options) {
        return options.number("conversations", CONVERSATIONS) + 1;
    }

    @Override
    public void run(Run run) {
        int count = run.options.number("conversations", CONVERSATIONS);
        int times = run.options.number("times", TIMES);
        Person device = run.people.getFirst();
        List<Person> colleagues = run.people.subList(1, count + 1);
        Run.say("Making " + count + " conversations …");
        List<Callable<Api.Made>> work = new ArrayList<>();
        colleagues.forEach(colleague -> work.add(() -> run.api.direct(device, colleague)));
        List<Api.Made> made = Api.all(work);
        List<Client> clients = run.connect(colleagues, 200);
        Client away = run.network.add(List.of(device)).getFirst();
        List<Conversation> conversations = new ArrayList<>();
        List<Seat> seats = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Conversation conversation =
                    new Conversation(made.get(i).id(), made.get(i).seq());
            conversation.seat(clients.get(i));
            seats.add(conversation.seat(away));
            conversations.add(conversation);
        }
        Traffic traffic = new Traffic(run.network, conversations);
        run.result.put("conversations", count);
        run.result.put("times", times);
        for (int missed : missed(run.options)) {
            SyncedPage.Position position = position(run, away.person);
            write(run, traffic, conversations, missed);
            Back back = new Back(run, traffic, seats, away, times);
            run.result.put("missed_" + missed, back.measure(position.withTail(0)));
            run.result.put("missed_" + missed + "_tail", back.measure(position.withTail(TAIL)));
        }
        run.violations(traffic.violations);
    }

    private static int[] missed(Options options) {
        return options.has("missed") ? new int[] {options.number("missed", 0)} : MISSED;
    }

    private static void write(Run run, Traffic traffic, List<Conversation> conversations, int missed) {
        Run.say("Writing " + missed + " messages to somebody who is away …");
        run.network.ears(traffic);
        for (int done = 0; done < missed; done += 1_000) {
            int from = done;
            run.network.run(() -> {
                for (int i = from; i < Math.min(missed, from + 1_000); i++) {
                    traffic.send(
                            conversations.get(i % conversations.size()).seats.getFirst(), System.nanoTime());
                }
            });
            if (!Run.await(60, () -> run.network.call(() -> traffic.unanswered() == 0))) {
                throw new IllegalStateException("The messages to be missed were not acknowledged");
            }
        }
    }

    private static SyncedPage.Position position(Run run, Person device) {
        Frame frame = new Frame(run.keyPrefix);
        SyncedPage page = null;
        @Nullable String after = null;
        do {
            byte[] json = run.api.bytes(
                    device,
                    "/api/sync"
                            + (after == null
                                    ? ""
                                    : "?after="
                                            + java.net.URLEncoder.encode(
                                                    after, java.nio.charset.StandardCharsets.UTF_8)));
            frame.read(json, 0, json.length);
            page = SyncedPage.read(frame);
            after = page.next();
        } while (after != null);
        return page.position();
    }

    /** The same return, again and again: first over the socket, then over HTTP. */
    private static final class Back {

        private final Run run;
        private final Traffic traffic;
        private final List<Seat> seats;
        private final long[] base;
        private final Client away;
        private final int times;

        Back(Run run, Traffic traffic, List<Seat> seats, Client away, int times) {
            this.run = run;
            this.traffic = traffic;
            this.seats = seats;
            this.base = seats.stream().mapToLong(seat -> seat.last).toArray();
            this.away = away;
            this.times = times;
        }

        Map<String, Object> measure(SyncedPage.Position position) {
            Run.say("Coming back " + times + " times over the socket, then over HTTP …");
            Map<String, Object> numbers = new LinkedHashMap<>();
            overSocket(position, numbers);
            Histogram http = new Histogram(3);
            SyncOverHttp overHttp = new SyncOverHttp(run.api, away.person, run.keyPrefix);
            for (int i = 0; i < times; i++) {
                http.recordValue(Math.round(overHttp.run(position, missed()) * 1_000));
            }
            numbers.put("http_ms", Numbers.percentiles(http));
            return numbers;
        }

        private void overSocket(SyncedPage.Position position, Map<String, Object> numbers) {
            Histogram socket = new Histogram(3);
            CpuUse cpu = CpuUse.begin(run.server());
            double first = 0;
            for (int i = 0; i < times; i++) {
                SyncOverSocket sync = new SyncOverSocket(run.network, away, position, missed());
                run.network.ears((client, frame, now) -> {});
                run.network.connect(List.of(away), 1);
                if (!Run.await(20, () -> run.network.call(away::isOpen))) {
                    throw new IllegalStateException("The device cannot connect: " + run.network.refusals());
                }
                run.network.ears(sync);
                double millis = sync.run();
                first = i == 0 ? millis : first;
                socket.recordValue(Math.round(millis * 1_000));
                numbers.put("pages", sync.pages());
                numbers.put("pulls", sync.pulls());
                run.network.cut(List.of(away));
                Run.await(20, () -> run.network.call(() -> away.channel == null));
            }
            numbers.put("first_ms", Numbers.round(first));
            numbers.put("socket_ms", Numbers.percentiles(socket));
            CpuUse.Used used = cpu.end();
            numbers.put("server_database_cpu_ms_per_sync", used.microsPer(times) / 1_000);
        }

        /** Everything again from where the device was before. */
        private MissedMessages missed() {
            for (int i = 0; i < base.length; i++) {
                seats.get(i).last = base[i];
            }
            return new MissedMessages(seats, traffic.ledger, traffic.violations);
        }
    }
}
