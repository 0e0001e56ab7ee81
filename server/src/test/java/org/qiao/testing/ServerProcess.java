package org.qiao.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real server in a process of its own, with its own database, to be killed without warning and started again on what is left. */
public final class ServerProcess implements AutoCloseable {

    private static final String PASSWORD = "kill-minus-nine-1";
    private static final Duration START_LIMIT = Duration.ofSeconds(120);
    private static final Pattern STARTED = Pattern.compile("is ready .*: http://localhost:(\\d+)");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final Path folder;
    private final List<String> options;
    private @Nullable Process process;
    private volatile int port;
    /** Where in the log the present process begins. */
    private long logStart;

    private volatile String token = "";

    /** @param options of the server, as "--name=value" */
    public ServerProcess(Path folder, String... options) {
        this.folder = folder;
        this.options = List.of(options);
    }

    /** Starts it and waits until it answers. */
    public void start() {
        launch();
        awaitReady();
    }

    /** Starts it without waiting. */
    public void launch() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dqiao.fault.folder=" + folder(faults()),
                "-Dqiao.clock.file=" + folder.resolve("clock")));
        command.addAll(program());
        try {
            port = 0;
            logStart = Files.exists(logFile()) ? Files.size(logFile()) : 0;
            command.addAll(List.of(
                    "--server.address=127.0.0.1",
                    "--server.port=0", // a port chosen here could be somebody else's by the time the server wants it
                    "--qiao.gateway.port=0",
                    "--qiao.data=" + folder.resolve("data")));
            command.addAll(options);
            process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As ./qiao has built and trained it, which halves a start; else the classes that were compiled for the tests. */
    private static List<String> program() {
        List<String> words = new ArrayList<>();
        String jar = System.getenv("QIAO_JAR");
        if (jar != null) {
            words.addAll(Objects.requireNonNullElse(System.getenv("QIAO_JAR_FLAGS"), "")
                    .lines()
                    .toList());
            words.addAll(List.of("-jar", jar));
        } else {
            words.addAll(List.of(
                    "-XX:TieredStopAtLevel=1",
                    "-XX:+UseSerialGC",
                    "--enable-native-access=ALL-UNNAMED",
                    "-cp",
                    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                            .filter(entry -> !entry.contains("test-classes"))
                            .collect(Collectors.joining(File.pathSeparator)),
                    "org.qiao.QiaoApplication"));
        }
        return words;
    }

    private void awaitReady() {
        long giveUp = System.nanoTime() + START_LIMIT.toNanos();
        while (!answers()) {
            assertThat(running().isAlive() && System.nanoTime() < giveUp)
                    .as(() -> "the server starts: " + log())
                    .isTrue();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        }
    }

    private boolean answers() {
        if (port == 0) {
            Matcher started = STARTED.matcher(log().substring((int) logStart));
            port = started.find() ? Integer.parseInt(started.group(1)) : 0;
        }
        try {
            return port != 0 && send("GET", "/api/setup", null).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** The program only; its database is left behind. */
    public void kill() {
        await(running().destroyForcibly());
    }

    /** Lets the program end as suddenly as kill -9 when it passes this point so often. */
    public void arm(String point, int passings) {
        write(faults().resolve(point), Integer.toString(passings));
    }

    /** Until it has ended at a point it was armed for. */
    public void awaitDeath() {
        try {
            assertThat(running().waitFor(START_LIMIT.toSeconds(), TimeUnit.SECONDS))
                    .as(() -> "the server comes by where it ends: " + log())
                    .isTrue();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** From the real time; never less than before. */
    public void setAhead(Duration ahead) {
        write(folder.resolve("clock"), Long.toString(ahead.toSeconds()));
    }

    public void killDatabase() {
        database().orElseThrow().destroyForcibly();
    }

    private Optional<ProcessHandle> database() {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            Optional<Path> pid =
                    files.filter(file -> file.endsWith("postmaster.pid")).findFirst();
            return pid.isEmpty()
                    ? Optional.empty()
                    : ProcessHandle.of(Long.parseLong(
                            Files.readAllLines(pid.get()).getFirst().strip()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Founds a company; from then on its owner is who asks. */
    public void found() {
        Map<String, String> company = Map.of(
                "companyName",
                "崩溃公司",
                "name",
                "老板",
                "login",
                "boss@example.com",
                "password",
                PASSWORD,
                "locale",
                "zh-CN");
        ask("POST", "/api/setup/company", company);
        Map<String, Object> login =
                Map.of("login", "boss@example.com", "password", PASSWORD, "device", "crash test", "bearer", true);
        token = ask("POST", "/api/session", login).get("token").stringValue();
    }

    /** The answer of a request that must succeed. */
    public JsonNode ask(String method, String path, @Nullable Object body) {
        return askAs(token, method, path, body);
    }

    public HttpResponse<String> send(String method, String path, @Nullable Object body) throws IOException {
        return send(method, path, body, token);
    }

    /** The answer of a request of somebody else, which must succeed. @param bearer empty: nobody */
    public JsonNode askAs(String bearer, String method, String path, @Nullable Object body) {
        try {
            HttpResponse<String> answer = send(method, path, body, bearer);
            assertThat(answer.statusCode())
                    .as(() -> path + ": " + answer.body())
                    .isBetween(200, 299);
            return answer.body().isEmpty() ? JSON.missingNode() : JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> send(String method, String path, @Nullable Object body, String bearer)
            throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .timeout(Duration.ofSeconds(20))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!bearer.isEmpty()) {
            request.header("Authorization", "Bearer " + bearer);
        }
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    public JsonNode json(HttpResponse<String> answer) {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        if (process != null && process.isAlive()) {
            process.destroy();
            await(process);
        } else if (process != null) {
            database().ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException("It was never started");
        }
        return process;
    }

    private Path faults() {
        return folder.resolve("faults");
    }

    private static Path folder(Path path) {
        try {
            return Files.createDirectories(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whole or not at all: the server may look at any moment. */
    private static void write(Path file, String text) {
        try {
            folder(file.toAbsolutePath().getParent());
            Path fresh = Files.writeString(file.resolveSibling(file.getFileName() + ".new"), text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String log() {
        try {
            return Files.exists(logFile()) ? Files.readString(logFile(), StandardCharsets.ISO_8859_1) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(Process ending) {
        try {
            if (!ending.waitFor(20, TimeUnit.SECONDS)) {
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private static IllegalStateException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new IllegalStateException(e);
    }

    private Path logFile() {
        return folder.resolve("server.log");
    }
}
