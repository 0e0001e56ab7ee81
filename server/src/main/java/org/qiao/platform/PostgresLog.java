package org.qiao.platform;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes what the database server prints to a file of bounded size and remembers the last lines for error messages. */
final class PostgresLog {

    private static final Logger log = LoggerFactory.getLogger(PostgresLog.class);
    private static final long MOST_BYTES = 4L << 20; // and as much again in the file before
    private static final int REMEMBERED_LINES = 20;

    private final Path file;
    private final Deque<String> last = new ArrayDeque<>();

    PostgresLog(Path file) {
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Copies until the server ends, on the thread it answers. */
    Thread follow(Process server) {
        synchronized (last) {
            last.clear();
        }
        return Thread.ofPlatform().daemon().name("postgres-log").start(() -> copy(server.getInputStream()));
    }

    void copy(InputStream output) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                line = copyWhatCanBeWritten(lines, line);
            }
        } catch (IOException e) {
            log.warn("The database log {} ends: {}", file, e.getMessage());
        }
    }

    /** A disk that is full loses lines, not all that the server prints from then on. */
    private @Nullable String copyWhatCanBeWritten(BufferedReader lines, String first) throws IOException {
        try {
            return copyOneFile(lines, first);
        } catch (IOException e) {
            log.warn("A line of the database log {} cannot be written: {}", file, e.getMessage());
            remember(first);
            return lines.readLine();
        }
    }

    /** Fills one file and answers the first line that belongs into the next one, null at the end. */
    private @Nullable String copyOneFile(BufferedReader lines, String first) throws IOException {
        long written = Files.exists(file) ? Files.size(file) : 0;
        if (written > MOST_BYTES) {
            Files.move(file, file.resolveSibling(file.getFileName() + ".1"), StandardCopyOption.REPLACE_EXISTING);
            written = 0;
        }
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            String line = first;
            while (line != null && written <= MOST_BYTES) {
                remember(line);
                out.append(line).append('\n').flush();
                written += line.length() + 1;
                line = lines.readLine();
            }
            return line;
        }
    }

    private void remember(String line) {
        synchronized (last) {
            if (last.size() == REMEMBERED_LINES) {
                last.removeFirst();
            }
            last.addLast(line);
        }
    }

    /** What the server complained about last, for the operator; the last line when it gave no reason. */
    String complaint() {
        List<String> lines;
        synchronized (last) {
            lines = List.copyOf(last);
        }
        return lines.stream()
                .filter(line -> line.contains("FATAL:") || line.contains("PANIC:"))
                .reduce((earlier, later) -> later)
                .map(line -> line.replaceFirst(".*(FATAL|PANIC): *", ""))
                .orElse(lines.isEmpty() ? "no reason given" : lines.getLast());
    }
}
