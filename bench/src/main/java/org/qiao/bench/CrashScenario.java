package org.qiao.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/** {@code ./qiao bench crash}: docs/decisions/0006 says what it does and what it holds. */
final class CrashScenario {

    private static final int CYCLES = 20;
    private static final int STOP_SECONDS = 3;
    private static final int CALM_SECONDS = 30;

    private CrashScenario() {}

    static int run(Options options, PrintStream out) {
        if (options.has("url")) {
            throw new Misuse("crash kills its server: it takes a throw-away one only.");
        }
        return run(options, LocalServer.Launch.of(settings(options), Crew.PEOPLE), out);
    }

    /** What is put off is put off shortly, so that less time is spent on waiting; nobody is slowed down. */
    static Map<String, String> settings(Options options) {
        Map<String, String> settings = new LinkedHashMap<>(Scenario.LIFTED);
        settings.put("qiao.messaging.sweep-after", "1s");
        settings.put("qiao.messaging.read-flush", "500ms");
        settings.putAll(options.settings());
        return settings;
    }

    static int run(Options options, LocalServer.Launch launch, PrintStream out) {
        Map<String, Object> result = new LinkedHashMap<>();
        int cycles = options.number("cycles", CYCLES);
        long seed = options.number("seed", ThreadLocalRandom.current().nextInt(1, 1_000_000));
        Map<String, String> skipped = new LinkedHashMap<>();
        List<Fault> plan = Schedule.of(seed, cycles, available(launch.work(), skipped));
        Run.say(cycles + " cycles, seed " + seed + (skipped.isEmpty() ? "" : ", without " + skipped));
        try (FaultFolder faults = FaultFolder.make(launch.work());
                LocalServer server = LocalServer.start(launch.with(faults.flag()))) {
            CrashRun.Ground ground = new CrashRun.Ground(
                    server,
                    new Database(server.data()),
                    faults.path(),
                    options.number("stop-seconds", STOP_SECONDS),
                    CALM_SECONDS);
            long begun = System.nanoTime();
            CrashRun.Result run =
                    new CrashRun(ground, Person.read(server.tokens()), new Crew.Script(seed, false)).run(plan);
            describe(result, run, plan);
            result.put("seed", seed);
            result.put("skipped", skipped);
            result.put("seconds", Numbers.round((System.nanoTime() - begun) / 1e9));
            result.put("circumstances", Machine.describe(options, server));
        } catch (SQLException e) {
            throw new IllegalStateException("The database could not be read: " + e.getMessage(), e);
        }
        Report.print(result, out);
        options.find("json").ifPresent(file -> Report.write(result, Path.of(file)));
        return result.get("violations") instanceof Long count && count == 0 ? 0 : Main.FAILED;
    }

    private static Set<Fault> available(Path work, Map<String, String> skipped) {
        Set<Fault> faults = EnumSet.allOf(Fault.class);
        faults.removeIf(fault -> fault.way == Fault.Way.LADDER);
        String noTracer = Tracer.missing();
        if (!noTracer.isEmpty()) {
            faults.removeIf(Fault::needsTracer);
            skipped.put("slow and failing disk", noTracer);
        }
        String noDisk = SmallDisk.missing(work);
        if (!noDisk.isEmpty()) {
            faults.remove(Fault.FULL_DISK);
            skipped.put("full disk", noDisk);
        }
        return faults;
    }

    private static void describe(Map<String, Object> result, CrashRun.Result run, List<Fault> plan) {
        result.put("scenario", "crash");
        result.put("cycles", (long) plan.size());
        result.put("kinds_of_fault", plan.stream().distinct().count());
        result.put("operations", (long) run.history().operations().size());
        result.put("outcomes", run.operations());
        result.put("sightings", run.history().sightings().size());
        List<Double> all = run.recoveries().values().stream()
                .flatMap(List::stream)
                .sorted()
                .toList();
        result.put("recovery_seconds", spread(all));
        Map<String, Object> byFault = new LinkedHashMap<>();
        run.recoveries().forEach((fault, seconds) -> byFault.put(fault.toLowerCase(Locale.ROOT), seconds));
        result.put("recovery_seconds_by_fault", byFault);
        result.put("violations", run.violations().count());
        result.put("first_violations", run.violations().first());
    }

    private static Map<String, Object> spread(List<Double> sorted) {
        Map<String, Object> spread = new LinkedHashMap<>();
        if (!sorted.isEmpty()) {
            spread.put("p50", sorted.get(sorted.size() / 2));
            spread.put("max", sorted.getLast());
        }
        return spread;
    }

    /** Where points are armed; removed at the end. */
    record FaultFolder(Path path) implements AutoCloseable {

        static FaultFolder make(Path work) {
            try {
                Files.createDirectories(work);
                return new FaultFolder(
                        Files.createTempDirectory(work, "faults-").toAbsolutePath());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String flag() {
            return "-Dqiao.fault.folder=" + path;
        }

        @Override
        public void close() {
            try (Stream<Path> files = Files.list(path)) {
                for (Path file : new ArrayList<>(files.toList())) {
                    Files.delete(file);
                }
                Files.delete(path);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
