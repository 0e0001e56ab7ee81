package org.qiao.bench;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Cycles of load, fault, recovery and calm on one server; at the end the checker. */
final class CrashRun {

    private static final long RECOVERY_SECONDS = 90;
    private static final int LOAD_MILLIS = 400;
    /** What was begun so long after a fault must be acknowledged before it counts as over. */
    private static final long STEADY_NANOS = TimeUnit.MILLISECONDS.toNanos(700);

    private final Ground ground;
    private final List<Person> people;
    private final Crew.Script script;
    private final Books books = new Books();
    private final Map<String, List<Double>> recoveries = new LinkedHashMap<>();
    private final Violations during = new Violations();
    private final Random random;

    /**
     * @param stopSeconds how long something stands still
     * @param calmSeconds until everybody must be up to date
     */
    record Ground(LocalServer server, Database database, Path faultFolder, int stopSeconds, int calmSeconds) {}

    CrashRun(Ground ground, List<Person> people, Crew.Script script) {
        this.ground = ground;
        this.people = people;
        this.script = script;
        this.random = new Random(script.seed());
    }

    /** What came of it. @param recoveries seconds by fault */
    record Result(
            History history,
            Violations violations,
            Map<String, Long> operations,
            Map<String, List<Double>> recoveries) {}

    Result run(List<Fault> plan) throws SQLException {
        try (Crew crew = Crew.gather(ground.server(), people, books, script);
                Mischief mischief = new Mischief(ground, crew, books, random)) {
            crew.work(true);
            await("everybody is there", 60, crew::isOnline);
            for (int i = 0; i < plan.size(); i++) {
                cycle(i + 1, plan.get(i), crew, mischief);
            }
            return finish(crew);
        }
    }

    private void cycle(int number, Fault fault, Crew crew, Mischief mischief) throws SQLException {
        crew.work(true);
        load();
        long begun = System.nanoTime();
        books.beginSilence();
        long died = mischief.perform(fault);
        long steady = System.nanoTime() + STEADY_NANOS;
        boolean back = Run.await(RECOVERY_SECONDS, () -> {
            crew.requireWhole();
            return books.lastBegun() > steady;
        });
        if (!back) {
            during.add("Nothing was acknowledged for " + RECOVERY_SECONDS + " s after " + fault);
        }
        double seconds = books.longestSilenceSeconds();
        recoveries.computeIfAbsent(fault.name(), _ -> new ArrayList<>()).add(Numbers.round(seconds));
        crew.work(false);
        double calm = calm(crew, fault);
        if (fault == Fault.LOSE_ANSWER) {
            mischief.loseLastWord();
            calm += calm(crew, fault);
        }
        if (died > 0) {
            books.trouble(new History.Trouble(fault.name(), begun, died, true));
        }
        if (fault != Fault.CUT_SOCKETS) {
            books.trouble(new History.Trouble(fault.name(), begun, System.nanoTime(), false));
        }
        Bounds.measure(ground.server()).forEach(books::size);
        Run.say("%4d  %-24s silent for %5.1f s, calm after %4.1f s".formatted(number, fault, seconds, calm));
    }

    private void load() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LOAD_MILLIS + random.nextInt(LOAD_MILLIS)));
    }

    private static void await(String what, long seconds, BooleanSupplier done) {
        if (!Run.await(seconds, done)) {
            throw new IllegalStateException("Not within " + seconds + " s: " + what);
        }
    }

    /** Until all devices have everything without being told to ask for it. */
    private double calm(Crew crew, Fault fault) throws SQLException {
        long begun = System.nanoTime();
        long giveUp = begun + TimeUnit.SECONDS.toNanos(ground.calmSeconds());
        List<String> missing = missing(crew);
        while (!missing.isEmpty() && System.nanoTime() < giveUp) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
            missing = missing(crew);
        }
        missing.forEach(what -> during.add(what + ", " + ground.calmSeconds() + " s after " + fault));
        return (System.nanoTime() - begun) / 1e9;
    }

    private List<String> missing(Crew crew) throws SQLException {
        if (!crew.isQuiet()) {
            return List.of("I5 converge: somebody still waits for an answer");
        }
        return Calm.missing(crew.holdings(), ground.database().heads(crew.conversations()), crew.devices());
    }

    private Result finish(Crew crew) throws SQLException {
        Api api = new Api(ground.server().http());
        List<History.Unread> unreads = new ArrayList<>();
        for (Person person : people.subList(0, Crew.PEOPLE)) {
            api.unread(person).forEach((conversation, count) -> {
                if (crew.conversations().contains(conversation)) {
                    unreads.add(new History.Unread(person.id(), conversation, count));
                }
            });
        }
        Dump dump = ground.database().dump(crew.conversations());
        History history = books.close(crew.devices(), crew.holdings(), unreads);
        Violations violations = Checker.check(history, dump);
        violations.addAll(during);
        return new Result(history, violations, books.counts(), recoveries);
    }
}
