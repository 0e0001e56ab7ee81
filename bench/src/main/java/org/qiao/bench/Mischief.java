package org.qiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Does to the server what a schedule says, and brings it back. */
final class Mischief implements AutoCloseable {

    private static final Duration POINT_LIMIT = Duration.ofSeconds(12);
    private static final Duration START_LIMIT = Duration.ofSeconds(60);
    private static final int OFTEN = 20;
    private static final int REWOUND = 3;
    private static final int REWOUND_ENTRIES = 6;

    private final LocalServer server;
    private final Database database;
    private final Path faultFolder;
    private final Crew crew;
    private final Books books;
    private final Random random;
    private final int stopSeconds;
    private @Nullable SmallDisk smallDisk;
    private long died;

    Mischief(CrashRun.Ground ground, Crew crew, Books books, Random random) {
        this.server = ground.server();
        this.database = ground.database();
        this.faultFolder = ground.faultFolder();
        this.stopSeconds = ground.stopSeconds();
        this.crew = crew;
        this.books = books;
        this.random = random;
    }

    /** Answers, when everything that was done is over, the moment at which the program's memory was lost; 0 when it was not. */
    long perform(Fault fault) throws SQLException {
        died = 0;
        switch (fault.way) {
            case KILL -> {
                kill();
                server.startAgain();
            }
            case POINT -> point(fault);
            case START_POINT -> startPoint(fault);
            case LADDER -> throw new IllegalStateException(fault + " is not for chat");
            case LOSE_ANSWER -> loseAnswers(fault);
            case BACKEND -> killBackend();
            case POSTMASTER -> Signals.kill(server.databasePids().getFirst());
            case STOP_SERVER -> standStill(List.of(server.pid()));
            case STOP_DATABASE -> standStill(server.databasePids());
            case SLOW_DISK -> slowDisk();
            case FAILING_DISK -> failingDisk();
            case FULL_DISK -> fullDisk();
            case OLDER_BACKUP -> olderBackup();
            case CUT -> crew.cut();
            case RESTART -> {
                server.shutDown();
                server.startAgain();
            }
        }
        return died;
    }

    private void kill() {
        server.kill();
        died = System.nanoTime();
    }

    /** When nobody comes by in time, the program is killed where it is. */
    private void point(Fault fault) {
        boolean often = fault.point.startsWith("append") || fault.point.startsWith("fanout");
        if (fault == Fault.POINT_SWEEP_BATCH) {
            arm(Fault.LOSE_ANSWER.point, 1); // the sweeper needs something to sweep
        }
        arm(fault.point, often ? 1 + random.nextInt(OFTEN) : 1);
        if (!server.endsWithin(POINT_LIMIT)) {
            Run.say("  nobody passed " + fault.point + "; killing instead");
            disarm(fault.point);
            server.kill();
        }
        died = System.nanoTime();
        server.startAgain();
    }

    private void startPoint(Fault fault) {
        kill();
        arm(fault.point, 1);
        server.startWithoutWaiting();
        if (!server.endsWithin(START_LIMIT)) {
            throw new IllegalStateException("The start did not pass " + fault.point + ":\n" + server.tail());
        }
        server.startAgain();
    }

    private void loseAnswers(Fault fault) {
        for (int i = 0; i < 3; i++) {
            arm(fault.point, 1 + random.nextInt(3));
            Run.await(POINT_LIMIT.toSeconds(), () -> !Files.exists(faultFolder.resolve(fault.point)));
        }
        disarm(fault.point);
    }

    /** Nobody says anything behind it, so nobody sees a hole: the outbox alone knows that it must be told. */
    void loseLastWord() {
        arm(Fault.LOSE_ANSWER.point, 1);
        crew.sayOne("last-" + random.nextInt(Integer.MAX_VALUE));
        Run.await(POINT_LIMIT.toSeconds(), () -> !Files.exists(faultFolder.resolve(Fault.LOSE_ANSWER.point)));
    }

    private void arm(String point, int passings) {
        try {
            Path file = Files.writeString(faultFolder.resolve(point + ".new"), Integer.toString(passings));
            Files.move(file, faultFolder.resolve(point), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void disarm(String point) {
        try {
            Files.deleteIfExists(faultFolder.resolve(point));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** PostgreSQL then ends all its sessions and recovers. */
    private void killBackend() {
        List<Long> backends = backends();
        if (!backends.isEmpty()) {
            Signals.kill(backends.get(random.nextInt(backends.size())));
        }
    }

    /** Those that serve a connection. */
    private List<Long> backends() {
        return server.databasePids().stream()
                .filter(pid -> Processes.read("/proc/" + pid + "/cmdline").startsWith("postgres: qiao qiao"))
                .toList();
    }

    private void standStill(List<Long> pids) {
        Signals.stop(pids);
        try {
            Run.sleep(stopSeconds);
        } finally {
            Signals.go(pids);
        }
    }

    private void slowDisk() {
        try (Tracer _ = Tracer.slow(server.databasePids(), 50 + random.nextInt(250))) {
            Run.sleep(Math.max(2, stopSeconds));
        }
    }

    /** Not the postmaster: those who help it recover shall find the disk well again. */
    private void failingDisk() {
        List<Long> backends = backends();
        List<Long> writers = new ArrayList<>(server.databasePids());
        writers.removeFirst();
        try (Tracer _ = Tracer.failing(writers)) {
            if (!Run.await(10, () -> !server.databasePids().containsAll(backends))) {
                Run.say("  no sync failed within 10 s");
            }
        }
    }

    private void fullDisk() {
        if (smallDisk == null) {
            server.shutDown();
            smallDisk = SmallDisk.under(server.data());
            server.startAgain();
            long begun = System.nanoTime();
            Run.await(20, () -> books.lastBegun() > begun);
        }
        SmallDisk disk = smallDisk;
        try {
            for (int i = 0; i < Math.max(3, stopSeconds); i++) {
                disk.fill();
                Run.sleep(1);
            }
        } finally {
            disk.clear();
        }
    }

    /** The program is dead, its database lives on. */
    private void olderBackup() throws SQLException {
        kill();
        crew.awaitOffline();
        List<Long> conversations = new ArrayList<>(crew.conversations());
        Collections.shuffle(conversations, random);
        String era = database.text("select era + 1 from messaging_era");
        for (long conversation : conversations.subList(0, Math.min(REWOUND, conversations.size()))) {
            long seq = database.rewind(conversation, REWOUND_ENTRIES);
            books.rewind(new History.Rewind(conversation, seq, Long.parseLong(era), System.nanoTime()));
        }
        database.raiseEra();
        server.startAgain();
    }

    @Override
    public void close() {
        if (smallDisk != null) {
            server.shutDown();
            smallDisk.close();
        }
    }
}
