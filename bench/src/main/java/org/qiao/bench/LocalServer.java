package org.qiao.bench;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A throw-away server with its own database: the same program and the same JVM flags as {@code ./qiao start}, an empty data folder and
 * free ports. Whatever happens, it is stopped and removed at the end, also on Ctrl+C.
 */
final class LocalServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofSeconds(180);
    private static final long STOP_SECONDS = 40;
    private static final int PORTS_FROM = 20_000;
    private static final int PORTS_UNTIL = 32_000;
    private static final int PORT_ATTEMPTS = 100;

    private final Path folder;
    private final Launch launch;
    private final Thread atExit;
    private Process process;
    private double startSeconds;

    /**
     * @param java the program
     * @param jar of the server
     * @param flags of the JVM, first those of ./qiao, then those of QIAO_JAVA_OPTS
     * @param properties of the server, name and value
     * @param members of the crowd; 0 for none
     */
    record Launch(String java, String jar, List<String> flags, Map<String, String> properties, int members, Path work) {

        Launch with(String flag) {
            List<String> more = new ArrayList<>(flags);
            more.add(flag);
            return new Launch(java, jar, more, properties, members, work);
        }

        static Launch of(Map<String, String> properties, int members) {
            Map<String, String> env = System.getenv();
            String jar = env.get("QIAO_BENCH_JAR");
            if (jar == null) {
                throw new Misuse("Start me with ./qiao bench, or say which server: --url URL --tokens FILE.");
            }
            String java =
                    Path.of(System.getProperty("java.home"), "bin", "java").toString();
            List<String> flags = new ArrayList<>(
                    env.getOrDefault("QIAO_BENCH_FLAGS", "").lines().toList());
            Stream.of(env.getOrDefault("QIAO_JAVA_OPTS", "").split("\\s+"))
                    .filter(word -> !word.isEmpty())
                    .forEach(flags::add);
            Path work = Path.of(env.getOrDefault("QIAO_BENCH_WORK", System.getProperty("java.io.tmpdir")));
            return new Launch(java, jar, flags, properties, members, work);
        }
    }

    private LocalServer(Launch launch, Path folder) throws IOException, InterruptedException {
        this.launch = launch;
        this.folder = folder;
        this.atExit = new Thread(this::remove);
        Runtime.getRuntime().addShutdownHook(atExit);
        choosePorts();
        this.process = begin(launch.members());
    }

    static LocalServer start(Launch launch) {
        try {
            Files.createDirectories(launch.work());
            return new LocalServer(launch, Files.createTempDirectory(launch.work(), "run-"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private int httpPort;
    private int socketPort;

    private void choosePorts() throws IOException {
        httpPort = freePort();
        socketPort = freePort();
    }

    private Process begin(int members) throws IOException, InterruptedException {
        long begun = System.nanoTime();
        Process started = launch(members);
        awaitReady(started, begun);
        startSeconds = (System.nanoTime() - begun) / 1e9;
        return started;
    }

    private Process launch(int members) throws IOException {
        List<String> command = new ArrayList<>(List.of(launch.java()));
        command.addAll(launch.flags());
        command.addAll(List.of(
                "-jar",
                launch.jar(),
                "--server.port=" + httpPort,
                "--qiao.gateway.port=" + socketPort,
                "--qiao.data=" + data()));
        if (members > 0) {
            command.add("--qiao.crowd.members=" + members);
            command.add("--qiao.crowd.tokens=" + tokens());
        }
        launch.properties().forEach((name, value) -> command.add("--" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        builder.redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")));
        builder.environment().remove("QIAO_DB_URL");
        process = builder.start();
        return process;
    }

    private void awaitReady(Process started, long begun) throws InterruptedException {
        while (!Api.isReady(http())) {
            if (!started.isAlive() || System.nanoTime() - begun > START_LIMIT.toNanos()) {
                throw new IllegalStateException("The server does not start:\n" + tail());
            }
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    /** Stops it cleanly and starts it again on the same data; the ports are new. */
    void restart() {
        try {
            stop();
            choosePorts();
            process = begin(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The program only, as suddenly as kill -9; its database stays behind. */
    void kill() {
        try {
            process.destroyForcibly().waitFor();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Stops it cleanly, without starting it again. */
    void shutDown() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** True when the program has ended by itself within this time. */
    boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** After its end: on the same data and the same ports. */
    void startAgain() {
        try {
            process = begin(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** The same, but it is not expected to become ready. */
    void startWithoutWaiting() {
        try {
            process = launch(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    URI http() {
        return URI.create("http://127.0.0.1:" + httpPort);
    }

    Path tokens() {
        return folder.resolve("tokens");
    }

    Path data() {
        return folder.resolve("data");
    }

    Path log() {
        return folder.resolve("server.log");
    }

    Launch launch() {
        return launch;
    }

    /** From starting the program to its first answer that it is ready. */
    double startSeconds() {
        return startSeconds;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** The postmaster and its children; a server without a database of its own has none. */
    List<Long> databasePids() {
        return postmaster().map(Processes::withChildren).orElse(List.of());
    }

    private Optional<Long> postmaster() {
        return Processes.read(data().resolve("database/data/postmaster.pid").toString())
                .lines()
                .findFirst()
                .map(line -> Long.parseLong(line.strip()));
    }

    /** Runs a command of the JDK on the server and answers what it printed. */
    String jcmd(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(launch.java()).resolveSibling("jcmd").toString());
        command.add(Long.toString(pid()));
        command.addAll(List.of(words));
        return Commands.run(command);
    }

    String tail() {
        List<String> lines = Processes.read(log().toString()).lines().toList();
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 30), lines.size()));
    }

    /** Below those that systems give to clients: one of them could be a client's by the time the server wants it. */
    private static int freePort() throws IOException {
        for (int attempt = 0; attempt < PORT_ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(PORTS_FROM, PORTS_UNTIL);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (BindException taken) {
                continue; // another one
            }
        }
        throw new IOException("No free port between " + PORTS_FROM + " and " + PORTS_UNTIL);
    }

    private void stop() throws InterruptedException {
        List<Long> database = databasePids();
        process.destroy();
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().waitFor();
        }
        database.forEach(pid -> ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly));
    }

    private void remove() {
        try {
            stop();
            // The last server's words stay, for who wonders about a result.
            Files.copy(log(), launch.work().resolve("server.log"), StandardCopyOption.REPLACE_EXISTING);
            try (Stream<Path> files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            System.err.println("Could not remove " + folder + ": " + e.getMessage());
        }
    }

    @Override
    public void close() {
        Runtime.getRuntime().removeShutdownHook(atExit);
        remove();
    }
}
