package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A group of which one member in ten hardly reads. The same rate once without and once with them: what do the others feel, does the
 * memory stay flat, and are the slow ones told to pull?
 */
final class SlowScenario implements Scenario {

    private static final int MEMBERS = 500;
    private static final int ONE_IN = 10;
    private static final int RATE = 100;
    private static final int SENDERS = 8;
    /** Until what the slow ones do not read has filled the buffers. */
    private static final int FILL_SECONDS = 5;

    @Override
    public int people(Options options) {
        return options.number("members", MEMBERS);
    }

    /** Long texts come sooner to where the server has to act: behind what the kernels of both sides keep. */
    @Override
    public Options complete(Options options) {
        return options.or("payload", "1000");
    }

    @Override
    public void run(Run run) {
        int members = run.options.number("members", MEMBERS);
        int rate = run.options.number("rate", RATE);
        int seconds = run.options.number("seconds", 20);
        Conversation conversation = GroupScenario.group(run, run.people.subList(0, members), members / ONE_IN);
        List<Seat> slowSeats = conversation.seats.subList(members - members / ONE_IN, members);
        slowSeats.forEach(seat -> seat.measured = false);
        Sluggish sluggish = new Sluggish(
                run.network, slowSeats.stream().map(seat -> seat.client).toList());
        Traffic traffic = new Traffic(run.network, List.of(conversation));
        run.network.ears(traffic);
        int[] next = {0};
        Pacer pacer =
                new Pacer(run.network, rate, meant -> traffic.send(conversation.seats.get(next[0]++ % SENDERS), meant));
        pacer.start();
        Run.say("Everybody reads, " + rate + " messages a second …");
        Run.Window without = run.measure(traffic, run.options.number("warmup", 5), seconds);
        IdleScenario.Memory before = IdleScenario.Memory.of(run.server());
        Run.say(slowSeats.size() + " of " + members + " hardly read …");
        sluggish.begin();
        Run.Window with = run.measure(traffic, FILL_SECONDS, seconds);
        pacer.stop();
        IdleScenario.Memory after = IdleScenario.Memory.of(run.server());
        sluggish.end();
        run.settle(traffic);
        run.result.put("members", members);
        run.result.put("slow", slowSeats.size());
        run.result.put("rate", rate);
        run.result.putAll(with.numbers());
        run.result.put("without_slow", without.numbers());
        run.result.put("receive_p99_ratio", ratio(with, without));
        run.result.put("memory", growth(before, after));
        long told = slowSeats.stream().filter(seat -> seat.toldBehind).count();
        long closed = slowSeats.stream().filter(seat -> !seat.client.isOpen()).count();
        run.result.put("slow_told_to_pull", told);
        run.result.put("slow_closed", closed);
        run.concludeWithLost(traffic, (int) closed);
    }

    private static double ratio(Run.Window with, Run.Window without) {
        return Numbers.round(with.meter().receive.getValueAtPercentile(99)
                / Math.max(1.0, without.meter().receive.getValueAtPercentile(99)));
    }

    /** Between two full collections. */
    static Map<String, Object> growth(IdleScenario.Memory before, IdleScenario.Memory after) {
        Map<String, Object> memory = new LinkedHashMap<>();
        memory.put("heap_before_mb", before.heap() >> 20);
        memory.put("heap_after_mb", after.heap() >> 20);
        memory.put("rss_before_mb", before.resident() >> 20);
        memory.put("rss_after_mb", after.resident() >> 20);
        return memory;
    }
}
