package org.qiao.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How large the server is once everybody is calm, and how large it may be: I14. */
final class Bounds {

    private static final long RESIDENT = 1_200L << 20;
    private static final long DESCRIPTORS = 1_000;
    private static final long THREADS = 400;
    private static final long BUFFERS = 256L << 20;

    private Bounds() {}

    static List<History.Size> measure(LocalServer server) {
        List<History.Size> sizes = new ArrayList<>();
        String process = "/proc/" + server.pid();
        sizes.add(new History.Size("resident memory", Processes.residentBytes(server.pid()), RESIDENT));
        sizes.add(new History.Size("open descriptors", count(Path.of(process, "fd")), DESCRIPTORS));
        sizes.add(new History.Size("threads", count(Path.of(process, "task")), THREADS));
        String metrics = new String(
                new Api(server.http()).bytes(new Person(0, "none"), "/actuator/prometheus"), StandardCharsets.UTF_8);
        sizes.add(new History.Size("drafts in the lanes", metric(metrics, "qiao_append_waiting"), 0));
        sizes.add(new History.Size("buffers of the gateway", metric(metrics, "qiao_gateway_buffers_bytes"), BUFFERS));
        return sizes;
    }

    private static long count(Path folder) {
        long count = 0;
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
            for (Path _ : files) {
                count++;
            }
        } catch (IOException _) {
            return 0; // the process is gone: not a question of size
        }
        return count;
    }

    private static long metric(String metrics, String name) {
        Matcher line =
                Pattern.compile("(?m)^" + name + "(?:\\{[^}]*\\})? (\\S+)$").matcher(metrics);
        if (!line.find()) {
            throw new IllegalStateException("The server has no metric " + name);
        }
        return (long) Double.parseDouble(line.group(1));
    }
}
