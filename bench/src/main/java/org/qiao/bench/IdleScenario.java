package org.qiao.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Many people who are there and say nothing: what a login costs, and what a socket costs as long as it is open. */
final class IdleScenario implements Scenario {

    private static final int CONNECTIONS = 10_000;
    /** Sockets that make the code warm before anything counts; they stay. */
    private static final int WARM = 500;

    private static final int AT_ONCE = 200;
    /** Every collector names its parts in its own words. */
    private static final Pattern USED = Pattern.compile(
            "(?:garbage-first heap|PSYoungGen|ParOldGen|def new generation|tenured generation)[^\\n]*?used (\\d+)K");

    @Override
    public int people(Options options) {
        return options.number("connections", CONNECTIONS) + WARM;
    }

    @Override
    public void run(Run run) {
        int connections = run.options.number("connections", CONNECTIONS);
        int atOnce = run.options.number("at-once", AT_ONCE);
        run.connect(run.people.subList(0, WARM), atOnce);
        Run.sleep(run.options.number("warmup", 5));
        Memory before = Memory.of(run.server());
        CpuUse cpu = CpuUse.begin(run.server());
        Run.say("Opening " + connections + " sockets, " + atOnce + " at a time …");
        long begun = System.nanoTime();
        run.connect(run.people.subList(WARM, WARM + connections), atOnce);
        double seconds = (System.nanoTime() - begun) / 1e9;
        CpuUse.Used used = cpu.end();
        run.result.put("connections", connections);
        run.result.put("logins_per_second", Numbers.round(connections / seconds));
        run.result.put("login_seconds", Numbers.round(seconds));
        run.result.put("login_cpu", used.cores());
        run.result.put("server_database_cpu_us_per_login", used.microsPer(connections));
        run.result.put("refusals", run.network.refusals());
        Memory rightAfter = Memory.of(run.server(), false);
        int quiet = run.options.number("seconds", 15);
        Run.say("Saying nothing for " + quiet + " s …");
        CpuUse idle = CpuUse.begin(run.server());
        Run.sleep(quiet);
        run.result.put("cpu", idle.end().cores());
        Memory after = Memory.of(run.server());
        run.result.put("server_bytes_per_connection", after.residentSince(before) / connections);
        Map<String, Object> parts = new LinkedHashMap<>();
        parts.put("rss_right_after_logins", rightAfter.residentSince(before) / connections);
        parts.put("heap_after_gc", (after.heap() - before.heap()) / connections);
        parts.put("database_pss", (after.database() - before.database()) / connections);
        parts.put("kernel_slab_both_ends", (after.slab() - before.slab()) / connections);
        parts.put("kernel_buffers_both_ends", (after.buffers() - before.buffers()) / connections);
        run.result.put("bytes_per_connection", parts);
        run.result.put("server_rss_mb", after.resident() >> 20);
        Violations violations = new Violations();
        if (run.network.open() != connections + WARM) {
            violations.add(run.network.lost() + " sockets were lost: " + run.network.lastLoss());
        }
        run.violations(violations);
    }

    /** In bytes. */
    record Memory(long resident, long heap, long database, long slab, long buffers) {

        static Memory of(@Nullable LocalServer server) {
            return of(server, true);
        }

        /** @param collected after a full collection, so that garbage does not count as what a socket needs */
        static Memory of(@Nullable LocalServer server, boolean collected) {
            if (server == null) {
                return new Memory(0, 0, 0, Processes.slabBytes(), Processes.socketBufferBytes());
            }
            long resident = Processes.residentBytes(server.pid());
            long heap = 0;
            if (collected) {
                server.jcmd("GC.run");
                heap = heap(server.jcmd("GC.heap_info"));
                try {
                    TimeUnit.MILLISECONDS.sleep(500);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                resident = Processes.residentBytes(server.pid());
            }
            List<Long> database = server.databasePids();
            return new Memory(
                    resident,
                    heap,
                    Processes.proportionalBytes(database),
                    Processes.slabBytes(),
                    Processes.socketBufferBytes());
        }

        long residentSince(Memory before) {
            return resident - before.resident;
        }

        private static long heap(String info) {
            return USED.matcher(info)
                    .results()
                    .mapToLong(part -> Long.parseLong(part.group(1)) * 1024)
                    .sum();
        }
    }
}
