package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * One group whose members are all there. A few of them write; each writes the next message when the last member has the one before, or
 * all together --rate messages a second.
 */
final class GroupScenario implements Scenario {

    private static final int SENDERS = 8;

    private final int usualMembers;
    /** 0: as fast as it goes. */
    private final int usualRate;

    GroupScenario(int usualMembers, int usualRate) {
        this.usualMembers = usualMembers;
        this.usualRate = usualRate;
    }

    @Override
    public int people(Options options) {
        return options.number("members", usualMembers);
    }

    @Override
    public void run(Run run) {
        int members = run.options.number("members", usualMembers);
        int senders = Math.min(run.options.number("senders", SENDERS), members);
        int seconds = run.options.number("seconds", 15);
        int warmUp = run.options.number("warmup", 5);
        Conversation conversation = group(run, run.people.subList(0, members));
        Traffic traffic = new Traffic(run.network, List.of(conversation));
        run.network.ears(traffic);
        run.result.put("members", members);
        run.result.put("senders", senders);
        List<Seat> writers = conversation.seats.subList(0, senders);
        int rate = run.options.number("rate", usualRate);
        IdleScenario.Memory before = IdleScenario.Memory.of(run.server());
        run.result.putAll(
                rate > 0
                        ? atRate(run, traffic, writers, rate, warmUp, seconds)
                        : full(run, traffic, writers, warmUp, seconds));
        run.result.put("memory", SlowScenario.growth(before, IdleScenario.Memory.of(run.server())));
        run.conclude(traffic);
    }

    static Conversation group(Run run, List<Person> people) {
        return group(run, people, 0);
    }

    /** @param slow how many of them, the last ones, get sockets that can be made slow */
    static Conversation group(Run run, List<Person> people, int slow) {
        Run.say("Making a group of " + people.size() + " …");
        Api.Made made = run.api.group(people.getFirst(), "负载测试群", people.subList(1, people.size()));
        Run.say("Opening " + people.size() + " sockets …");
        int atOnce = run.options.number("at-once", 200);
        List<Client> clients = new ArrayList<>(run.connect(people.subList(0, people.size() - slow), atOnce));
        clients.addAll(run.connectSlow(people.subList(people.size() - slow, people.size()), atOnce));
        Conversation conversation = new Conversation(made.id(), made.seq());
        clients.forEach(conversation::seat);
        return conversation;
    }

    private static java.util.Map<String, Object> full(
            Run run, Traffic traffic, List<Seat> writers, int warmUp, int seconds) {
        Run.say(writers.size() + " write, each one message at a time: " + warmUp + " s to warm up, " + seconds
                + " s measured …");
        OneAtATime play = new OneAtATime(traffic);
        run.network.run(() -> {
            traffic.play(play);
            new ArrayList<>(writers).forEach(seat -> traffic.send(seat, System.nanoTime()));
        });
        Run.Window window = run.measure(traffic, warmUp, seconds);
        run.network.run(play::stop);
        run.settle(traffic);
        return window.numbers();
    }

    private static java.util.Map<String, Object> atRate(
            Run run, Traffic traffic, List<Seat> writers, int rate, int warmUp, int seconds) {
        Run.say("At " + rate + " messages a second: " + warmUp + " s to warm up, " + seconds + " s measured …");
        run.result.put("rate", rate);
        int[] next = {0};
        Pacer pacer =
                new Pacer(run.network, rate, meant -> traffic.send(writers.get(next[0]++ % writers.size()), meant));
        pacer.start();
        Run.Window window = run.measure(traffic, warmUp, seconds);
        pacer.stop();
        run.settle(traffic);
        return window.numbers();
    }

    /** The next one goes when the last member has the one before. */
    private static final class OneAtATime implements Play {

        private final Traffic traffic;
        private boolean going = true;

        OneAtATime(Traffic traffic) {
            this.traffic = traffic;
        }

        void stop() {
            going = false;
        }

        @Override
        public void complete(Seat sender, long message) {
            if (going) {
                traffic.send(sender, System.nanoTime());
            }
        }
    }
}
