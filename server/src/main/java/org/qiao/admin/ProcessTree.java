package org.qiao.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.qiao.platform.EmbeddedPostgres;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What Linux tells about this process and those of the embedded database. Elsewhere, and for an outside database, everything is 0. */
@Component
class ProcessTree {

    private static final long KILOBYTE = 1024;
    private static final double TICKS_PER_SECOND = 100; // what Linux promises to programs, whatever its own clock
    private static final int USER_TIME = 11;
    private static final int CHILD_SYSTEM_TIME = 14;

    private final ObjectProvider<EmbeddedPostgres> embedded;

    ProcessTree(ObjectProvider<EmbeddedPostgres> embedded) {
        this.embedded = embedded;
    }

    /** Bytes of this process in memory. */
    long residentBytes() {
        return kilobytes(Path.of("/proc/self/status"), "VmRSS:") * KILOBYTE;
    }

    /** Bytes of the database's processes, shared memory divided among them. Takes some milliseconds. */
    long databaseBytes() {
        return database().stream()
                        .mapToLong(process -> kilobytes(proc(process, "smaps_rollup"), "Pss:"))
                        .sum()
                * KILOBYTE;
    }

    /** Seconds of CPU that the database has used, ended processes included. */
    double databaseCpuSeconds() {
        return database().stream().mapToDouble(ProcessTree::cpuSeconds).sum();
    }

    private List<ProcessHandle> database() {
        EmbeddedPostgres server = embedded.getIfAvailable();
        if (server == null) {
            return List.of();
        }
        Optional<ProcessHandle> main = ProcessHandle.of(server.pid());
        List<ProcessHandle> all = new ArrayList<>();
        main.ifPresent(process -> {
            all.add(process);
            process.descendants().forEach(all::add);
        });
        return all;
    }

    private static double cpuSeconds(ProcessHandle process) {
        try {
            String stat = Files.readString(proc(process, "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = 0;
            for (int i = USER_TIME; i <= CHILD_SYSTEM_TIME; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0; // ended meanwhile
        }
    }

    private static Path proc(ProcessHandle process, String file) {
        return Path.of("/proc", Long.toString(process.pid()), file);
    }

    private static long kilobytes(Path file, String label) {
        try (Stream<String> lines = Files.lines(file)) {
            OptionalLong found = lines.filter(line -> line.startsWith(label))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
                    .findFirst();
            return found.orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // another system, or the process has ended
        }
    }
}
