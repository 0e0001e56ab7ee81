package org.qiao.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How long from starting the program on existing data until it says that it is ready, and what it holds in memory then. */
final class StartScenario implements Scenario {

    private static final int TIMES = 5;

    @Override
    public int people(Options options) {
        return options.number("members", 100);
    }

    @Override
    public Map<String, String> lifted() {
        return Map.of();
    }

    @Override
    public void run(Run run) {
        LocalServer server = run.server();
        if (server == null) {
            throw new Misuse("start needs a server that it may stop: leave out --url.");
        }
        int times = run.options.number("times", TIMES);
        List<Double> seconds = new ArrayList<>();
        List<Double> cpu = new ArrayList<>();
        run.result.put("first_start_seconds", Numbers.round(server.startSeconds()));
        for (int i = 0; i < times; i++) {
            Run.say("Warm start " + (i + 1) + " of " + times + " …");
            server.restart();
            seconds.add(Numbers.round(server.startSeconds()));
            cpu.add(Numbers.round(Processes.cpuSeconds(server.pid()) + Processes.cpuSeconds(server.databasePids())));
        }
        Run.sleep(3);
        List<Double> sorted = seconds.stream().sorted().toList();
        run.result.put("times", times);
        run.result.put("warm_start_seconds", sorted.get(sorted.size() / 2));
        run.result.put("warm_starts", seconds);
        run.result.put("cpu_seconds", cpu.stream().sorted().toList().get(cpu.size() / 2));
        run.result.put("server_rss_mb", Processes.residentBytes(server.pid()) >> 20);
        run.result.put("server_pss_mb", Processes.proportionalBytes(List.of(server.pid())) >> 20);
        run.result.put("database_pss_mb", Processes.proportionalBytes(server.databasePids()) >> 20);
        run.violations(new Violations());
    }
}
