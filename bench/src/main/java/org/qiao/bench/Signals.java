package org.qiao.bench;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Signals to processes of the server under test. A process that has ended meanwhile is no error. */
final class Signals {

    private Signals() {}

    static void kill(long pid) {
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
    }

    /** They stand still, as in a long pause of the machine. */
    static void stop(Collection<Long> pids) {
        send("STOP", pids);
    }

    static void go(Collection<Long> pids) {
        send("CONT", pids);
    }

    private static void send(String signal, Collection<Long> pids) {
        List<String> words =
                new ArrayList<>(List.of("/bin/sh", "-c", "kill -" + signal + " \"$@\" 2>/dev/null", "kill"));
        pids.forEach(pid -> words.add(Long.toString(pid)));
        Commands.run(words);
    }
}
