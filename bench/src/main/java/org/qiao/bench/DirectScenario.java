package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * Pairs of people who write to each other. Each pair has one conversation and so many messages in play as --pipeline says: whoever
 * receives one answers with the next. First as fast as it goes, then at half of what that reached; or only at --rate a second.
 */
final class DirectScenario implements Scenario {

    private static final int PAIRS = 1_000;
    private static final int AT_ONCE = 200;

    @Override
    public int people(Options options) {
        return 2 * options.number("pairs", PAIRS);
    }

    @Override
    public void run(Run run) {
        int pairs = run.options.number("pairs", PAIRS);
        int pipeline = run.options.number("pipeline", 1);
        int seconds = run.options.number("seconds", 15);
        int warmUp = run.options.number("warmup", 5);
        List<Conversation> conversations = pairs(run, pairs);
        Traffic traffic = new Traffic(run.network, conversations);
        run.network.ears(traffic);
        run.result.put("pairs", pairs);
        run.result.put("pipeline", pipeline);
        if (run.options.has("rate")) {
            int rate = run.options.number("rate", 1);
            run.result.put("rate", rate);
            run.result.putAll(atRate(run, traffic, conversations, rate, warmUp, seconds));
        } else {
            Run.Window full = full(run, traffic, conversations, pipeline, warmUp, seconds);
            run.result.putAll(full.numbers());
            double reached = full.meter().acked() / full.meter().seconds();
            if (!run.options.has("no-half") && reached >= 2) {
                double rate = Math.floor(reached / 2);
                var half = atRate(run, traffic, conversations, rate, Math.min(warmUp, 3), seconds);
                half.put("rate", rate);
                run.result.put("at_half", half);
            }
        }
        run.conclude(traffic);
    }

    static List<Conversation> pairs(Run run, int pairs) {
        Run.say("Making " + pairs + " conversations …");
        List<Callable<Api.Made>> work = new ArrayList<>();
        for (int i = 0; i < pairs; i++) {
            Person one = run.people.get(2 * i);
            Person other = run.people.get(2 * i + 1);
            work.add(() -> run.api.direct(one, other));
        }
        List<Api.Made> made = Api.all(work);
        Run.say("Opening " + 2 * pairs + " sockets …");
        List<Client> clients = run.connect(run.people.subList(0, 2 * pairs), run.options.number("at-once", AT_ONCE));
        List<Conversation> conversations = new ArrayList<>(pairs);
        for (int i = 0; i < pairs; i++) {
            Conversation conversation =
                    new Conversation(made.get(i).id(), made.get(i).seq());
            conversation.seat(clients.get(2 * i));
            conversation.seat(clients.get(2 * i + 1));
            conversations.add(conversation);
        }
        return conversations;
    }

    private static Run.Window full(
            Run run, Traffic traffic, List<Conversation> conversations, int pipeline, int warmUp, int seconds) {
        Run.say("As fast as it goes: " + warmUp + " s to warm up, " + seconds + " s measured …");
        PingPong play = new PingPong(traffic);
        run.network.run(() -> {
            traffic.play(play);
            for (int ball = 0; ball < pipeline; ball++) {
                for (Conversation conversation : conversations) {
                    traffic.send(conversation.seats.getFirst(), System.nanoTime());
                }
            }
        });
        Run.Window window = run.measure(traffic, warmUp, seconds);
        run.network.run(play::stop);
        run.settle(traffic);
        return window;
    }

    private static java.util.Map<String, Object> atRate(
            Run run, Traffic traffic, List<Conversation> conversations, double rate, int warmUp, int seconds) {
        Run.say("At " + Math.round(rate) + " messages a second: " + warmUp + " s to warm up, " + seconds
                + " s measured …");
        run.network.run(() -> traffic.play(new Play() {}));
        int[] next = {0};
        Pacer pacer = new Pacer(run.network, rate, meant -> {
            int turn = next[0]++;
            Conversation conversation = conversations.get(turn % conversations.size());
            traffic.send(conversation.seats.get(turn / conversations.size() % 2), meant);
        });
        pacer.start();
        Run.Window window = run.measure(traffic, warmUp, seconds);
        pacer.stop();
        run.settle(traffic);
        return window.numbers();
    }

    /** Whoever receives a message answers at once. */
    private static final class PingPong implements Play {

        private final Traffic traffic;
        private boolean going = true;

        PingPong(Traffic traffic) {
            this.traffic = traffic;
        }

        void stop() {
            going = false;
        }

        @Override
        public void received(Seat seat, long message) {
            if (going) {
                traffic.send(seat, System.nanoTime());
            }
        }
    }
}
