package org.qiao.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kernel says about processes and memory. A process that has ended counts as nothing. */
final class Processes {

    /** Linux counts processor time in hundredths of a second for programs, whatever its own clock. */
    private static final double TICKS_PER_SECOND = 100;

    private static final Pattern KILOBYTES = Pattern.compile("(?m)^(\\w[^:\\n]*):\\s+(\\d+) kB");

    private Processes() {}

    /** Seconds of processor time, its own and of children that have ended. */
    static double cpuSeconds(long pid) {
        String stat = read("/proc/" + pid + "/stat");
        int name = stat.lastIndexOf(')');
        if (name < 0) {
            return 0;
        }
        String[] fields = stat.substring(name + 2).split(" ");
        double ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS_PER_SECOND;
    }

    static double cpuSeconds(List<Long> pids) {
        return pids.stream().mapToDouble(Processes::cpuSeconds).sum();
    }

    static List<Long> withChildren(long pid) {
        return Stream.concat(
                        Stream.of(pid),
                        ProcessHandle.of(pid).stream()
                                .flatMap(ProcessHandle::descendants)
                                .map(ProcessHandle::pid))
                .toList();
    }

    static long residentBytes(long pid) {
        return kilobytes("/proc/" + pid + "/status").getOrDefault("VmRSS", 0L) * 1024;
    }

    /** Shared pages divided among those who share them. */
    static long proportionalBytes(List<Long> pids) {
        return pids.stream()
                .mapToLong(pid -> kilobytes("/proc/" + pid + "/smaps_rollup").getOrDefault("Pss", 0L) * 1024)
                .sum();
    }

    static Map<String, Long> kilobytes(String file) {
        Map<String, Long> values = new HashMap<>();
        Matcher line = KILOBYTES.matcher(read(file));
        while (line.find()) {
            values.put(line.group(1), Long.parseLong(line.group(2)));
        }
        return values;
    }

    /** Pages that the buffers of all TCP sockets of the machine hold, both ends of ours included. */
    static long socketBufferBytes() {
        Matcher memory = Pattern.compile("TCP:.* mem (\\d+)").matcher(read("/proc/net/sockstat"));
        return memory.find() ? Long.parseLong(memory.group(1)) * 4096 : 0;
    }

    static long slabBytes() {
        return kilobytes("/proc/meminfo").getOrDefault("Slab", 0L) * 1024;
    }

    static String read(String file) {
        try {
            return Files.readString(Path.of(file));
        } catch (IOException _) {
            return "";
        }
    }
}
