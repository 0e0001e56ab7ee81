package org.qiao.voice;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the program that turns text into sound: words, never a shell; bounded in time, output and number. */
final class SpeakingProgram {

    private static final Logger log = LoggerFactory.getLogger(SpeakingProgram.class);

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final long OUTPUT_MAX = 32L << 20;
    private static final int AT_ONCE = 2;
    private static final List<String> ENVIRONMENT = List.of("PATH", "HOME", "TMPDIR", "SystemRoot");

    private final List<String> command;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    SpeakingProgram(List<String> command) {
        this.command = command;
    }

    /** Whether the program is there. Says nothing about its voices. */
    boolean isThere() {
        if (command.isEmpty()) {
            return false;
        }
        Path program = Path.of(command.getFirst());
        if (program.getNameCount() > 1 || program.isAbsolute()) {
            return Files.isExecutable(program);
        }
        String path = System.getenv().getOrDefault("PATH", "");
        return Arrays.stream(path.split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .anyMatch(folder -> Files.isExecutable(Path.of(folder).resolve(program)));
    }

    /** The file it wrote; empty when it is not there, fails, or takes too long. */
    Optional<byte[]> speak(String text, String voice) throws InterruptedException {
        if (!isThere() || !turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            return Optional.empty();
        }
        try {
            Path folder = Files.createTempDirectory("qiao-voice");
            try {
                return run(text, voice, folder);
            } finally {
                empty(folder);
            }
        } catch (IOException e) {
            log.warn("The speaking program does not work: {}", e.getClass().getSimpleName());
            return Optional.empty();
        } finally {
            turns.release();
        }
    }

    private Optional<byte[]> run(String text, String voice, Path folder) throws IOException, InterruptedException {
        Path file = folder.resolve("speech.wav");
        List<String> words = command.stream()
                .map(word -> word.replace("{{voice}}", voice).replace("{{file}}", file.toString()))
                .toList();
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(folder.toFile())
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().keySet().retainAll(ENVIRONMENT); // the server's own settings hold secrets
        builder.environment().put("LANG", "C.UTF-8");
        Process process = builder.start();
        try {
            if (!feed(process, text) || !ends(process, file)) {
                log.warn("The speaking program failed or took too long");
                return Optional.empty();
            }
            return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
        } finally {
            process.destroyForcibly();
        }
    }

    /** A text fits into the pipe, so writing it waits for nobody. */
    private static boolean feed(Process process, String text) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            return false; // it has ended without reading
        }
    }

    private static boolean ends(Process process, Path file) throws IOException, InterruptedException {
        for (long waited = 0; waited < PATIENCE.toMillis(); waited += LOOK.toMillis()) {
            boolean over = process.waitFor(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            if (Files.exists(file) && Files.size(file) > OUTPUT_MAX) {
                return false;
            }
            if (over) {
                return process.exitValue() == 0;
            }
        }
        return false;
    }

    private static void empty(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.delete(folder);
    }
}
