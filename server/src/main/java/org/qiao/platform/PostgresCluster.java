package org.qiao.platform;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/**
 * The files of the embedded database, all below {@code database/} of the data folder:
 *
 * <pre>
 * binaries-…/       the unpacked programs          data/             PGDATA
 * postgresql.conf   ours, written at every start   custom.conf       the operator's, never touched
 * admin.password    the superuser's                qiao.password     the application's
 * postgres.log      and postgres.log.1
 * </pre>
 */
final class PostgresCluster {

    private static final Logger log = LoggerFactory.getLogger(PostgresCluster.class);
    private static final long STOP_SECONDS = 60;

    /** Utility statements can hold a password; everything else is counted without its values. */
    private static final String STATEMENTS = """
            shared_preload_libraries = 'pg_stat_statements'
            pg_stat_statements.max = 500
            pg_stat_statements.track_utility = off
            pg_stat_statements.save = off
            """;

    private final Path home;
    private final Path binaries;
    private final PostgresUser user;

    private PostgresCluster(Path home, Path binaries, PostgresUser user) {
        this.home = home;
        this.binaries = binaries;
        this.user = user;
    }

    /** Unpacks, stops the server that a killed Qiao left behind, and makes the cluster once. */
    static PostgresCluster prepare(DataFolder folder, PostgresUser user) throws IOException, InterruptedException {
        Path home = folder.path().resolve("database");
        if (!Files.isDirectory(home)) {
            Files.createDirectory(
                    home, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        }
        PostgresCluster cluster = new PostgresCluster(home, PostgresBinaries.unpackedFor(home, user), user);
        cluster.stopLeftover();
        PostgresBinaries.removeOthers(home, cluster.binaries);
        cluster.writeSettings();
        if (!Files.exists(cluster.adminPassword())) {
            cluster.refuseDataWithoutPassword();
            DataFolder.writeSecret(cluster.adminPassword(), SecureTokens.create());
        }
        user.own(home);
        if (!Files.isDirectory(cluster.data())) {
            cluster.initialise();
        }
        cluster.requireSameMajorVersion();
        return cluster;
    }

    Path data() {
        return home.resolve("data");
    }

    Path log() {
        return home.resolve("postgres.log");
    }

    Path adminPassword() {
        return home.resolve("admin.password");
    }

    Path applicationPassword() {
        return home.resolve("qiao.password");
    }

    List<String> serverCommand(int port) {
        return user.command(
                program("postgres"),
                "-D",
                data().toString(),
                "-c",
                "config_file=" + home.resolve("postgresql.conf"),
                "-p",
                Integer.toString(port));
    }

    private Path program(String name) {
        return binaries.resolve("bin").resolve(name);
    }

    private void writeSettings() throws IOException {
        try (var settings = Objects.requireNonNull(PostgresCluster.class.getResourceAsStream("postgresql.conf"))) {
            Files.copy(settings, home.resolve("postgresql.conf"), StandardCopyOption.REPLACE_EXISTING);
        }
        Path statements = home.resolve("statements.conf");
        if (countsStatements()) {
            Files.writeString(statements, STATEMENTS);
        } else {
            Files.deleteIfExists(statements);
        }
    }

    /** Whether the binaries of this platform bring the extension; a server that is told to load what is not there does not start. */
    boolean countsStatements() {
        Path library = binaries.resolve("lib").resolve("postgresql");
        return Files.exists(library.resolve("pg_stat_statements.so"))
                || Files.exists(library.resolve("pg_stat_statements.dylib"));
    }

    private void refuseDataWithoutPassword() {
        if (Files.isDirectory(data())) {
            throw new StartupProblem(
                    "The database in " + data() + " is there, but its password file " + adminPassword()
                            + " is missing.",
                    "Put the file back from your backup; without it nobody can open the database.");
        }
    }

    /** The rename at the end makes a half-made cluster of a crash invisible. */
    private void initialise() throws IOException, InterruptedException {
        log.info("Making the database in {}", data());
        Path fresh = home.resolve("data.new");
        FileSystemUtils.deleteRecursively(fresh);
        Process initdb = new ProcessBuilder(user.command(
                        program("initdb"),
                        "--pgdata=" + fresh,
                        "--username=" + EmbeddedPostgres.ADMIN,
                        "--pwfile=" + adminPassword(),
                        "--auth=scram-sha-256",
                        "--encoding=UTF8",
                        // Built in, so that an update of the operating system never changes the order of an index.
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C",
                        // A new segment is filled with zeros and synced while everybody waits: short ones make short
                        // waits.
                        "--wal-segsize=2",
                        "--data-checksums"))
                .redirectErrorStream(true)
                .start();
        String output = new String(initdb.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (initdb.waitFor() != 0) {
            throw new StartupProblem(
                    "The database could not be made in " + data() + ": " + lastLine(output),
                    "Check free space and rights of " + home + ". Everything initdb said:\n" + output);
        }
        Files.move(fresh, data(), StandardCopyOption.ATOMIC_MOVE);
        DataFolder.sync(home);
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((earlier, later) -> later).orElse("no reason given");
    }

    private void requireSameMajorVersion() throws IOException {
        Path file = data().resolve("PG_VERSION");
        String present = Files.exists(file) ? Files.readString(file).strip() : "unknown";
        if (!present.equals(EmbeddedPostgres.MAJOR_VERSION)) {
            throw new StartupProblem(
                    "The database in " + data() + " is of PostgreSQL version " + present
                            + ", this Qiao carries version " + EmbeddedPostgres.MAJOR_VERSION + ".",
                    "Start the Qiao that made it, and move the data as docs/operations.md says under Upgrade.");
        }
    }

    /** A killed Qiao leaves its database running. It is stopped like any server, nothing is lost, and started again as ours. */
    private void stopLeftover() throws IOException, InterruptedException {
        Path pidFile = data().resolve("postmaster.pid");
        ProcessHandle process = runningPid(pidFile).flatMap(ProcessHandle::of).orElse(null);
        if (process == null || !process.isAlive()) {
            return; // the server itself removes a stale file
        }
        String command = String.join(" ", process.info().arguments().orElse(new String[0]));
        boolean postgres = process.info().command().orElse("").endsWith("/postgres");
        if (!postgres) {
            Files.deleteIfExists(pidFile); // the number belongs to another program now
        } else if (command.contains(data().toString())) {
            log.info("Stopping the database server {} that an earlier Qiao left behind", process.pid());
            stop(process);
        } else {
            throw new StartupProblem(
                    "Another PostgreSQL (process " + process.pid() + ") seems to use " + data() + ".",
                    "Stop it, or delete " + pidFile + " if it serves another folder.");
        }
    }

    private static Optional<Long> runningPid(Path pidFile) throws IOException {
        try {
            return Files.readAllLines(pidFile).stream()
                    .findFirst()
                    .map(String::strip)
                    .map(Long::valueOf);
        } catch (NoSuchFileException | NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** Ends open statements, writes a checkpoint and ends; only when that takes too long, leaves the rest to recovery. */
    static void stop(ProcessHandle server) throws IOException, InterruptedException {
        signal(server, "INT");
        if (!ends(server, STOP_SECONDS)) {
            log.warn(
                    "The database server {} does not stop; ending it at once, it will recover at the next start",
                    server.pid());
            signal(server, "QUIT");
            ends(server, 10);
        }
    }

    private static boolean ends(ProcessHandle server, long seconds) throws InterruptedException {
        try {
            server.onExit().get(seconds, TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException _) {
            return false;
        }
    }

    private static void signal(ProcessHandle server, String signal) throws IOException, InterruptedException {
        new ProcessBuilder("/bin/sh", "-c", "kill -" + signal + " " + server.pid())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }
}
