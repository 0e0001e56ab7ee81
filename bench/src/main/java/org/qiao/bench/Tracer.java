package org.qiao.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Makes a disk slow or failing for some processes, where strace is there and may be used. */
final class Tracer implements AutoCloseable {

    private static final String SYNCS = "fsync,fdatasync";

    private final Process strace;

    private Tracer(Process strace) {
        this.strace = strace;
    }

    /** Empty when it works here, else why not. */
    static String missing() {
        try {
            Process sleeper = new ProcessBuilder("sleep", "60").start();
            try (Tracer tracer = attach("delay_enter=1", List.of(sleeper.pid()))) {
                boolean alive = !tracer.strace.waitFor(300, TimeUnit.MILLISECONDS);
                return alive ? "" : "strace may not be used here";
            } finally {
                sleeper.destroyForcibly();
            }
        } catch (IOException | UncheckedIOException _) {
            return "strace is not installed";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every sync to disk of these processes takes so much longer. */
    static Tracer slow(Collection<Long> pids, int millis) {
        return attach("delay_enter=" + millis * 1_000, pids);
    }

    /** The next sync to disk of each of these processes fails. */
    static Tracer failing(Collection<Long> pids) {
        return attach("error=EIO:when=1", pids);
    }

    private static Tracer attach(String injection, Collection<Long> pids) {
        List<String> words = new ArrayList<>(List.of(
                "strace", "-qq", "-o", "/dev/null", "-e", "trace=" + SYNCS, "-e", "inject=" + SYNCS + ":" + injection));
        pids.forEach(pid -> words.addAll(List.of("-p", Long.toString(pid))));
        try {
            return new Tracer(new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets go of the processes. */
    @Override
    public void close() {
        strace.destroy();
        try {
            if (!strace.waitFor(5, TimeUnit.SECONDS)) {
                strace.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
