package org.qiao.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.util.PasswordUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The database server that travels with the program: PostgreSQL on the loopback address, with a password, on a data folder
 * that stays. When the server process dies it is started again on the same port, so that the connection pool recovers by itself.
 */
public final class EmbeddedPostgres implements AutoCloseable {

    static final String MAJOR_VERSION = "18";
    static final String ADMIN = "postgres";
    static final String USER = "qiao";
    private static final String DATABASE = "qiao";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);
    private static final Duration READY_WITHIN = Duration.ofMinutes(5); // recovery after a crash included
    private static final Duration MOST_PAUSE = Duration.ofSeconds(5);

    private final PostgresCluster cluster;
    private final PostgresLog output;
    private final int port;
    private final Thread supervisor;
    private volatile Process server;
    private volatile boolean closing;

    private EmbeddedPostgres(PostgresCluster cluster) throws IOException, InterruptedException {
        this.cluster = cluster;
        this.output = new PostgresLog(cluster.log());
        this.port = freePort();
        this.server = launch();
        this.supervisor =
                Thread.ofPlatform().daemon().name("postgres-supervisor").unstarted(this::supervise);
    }

    /** Starts the server of this folder and answers when it takes connections. */
    static EmbeddedPostgres start(DataFolder folder) {
        return start(folder, PostgresUser.choose());
    }

    static EmbeddedPostgres start(DataFolder folder, PostgresUser user) {
        try {
            EmbeddedPostgres postgres = new EmbeddedPostgres(PostgresCluster.prepare(folder, user));
            postgres.supervisor.start();
            try {
                postgres.createDatabaseOnce();
                postgres.countStatementsOnce();
            } catch (SQLException | IOException | RuntimeException e) {
                postgres.close();
                throw e;
            }
            return postgres;
        } catch (IOException e) {
            throw DataFolder.unusable(folder.path(), e);
        } catch (SQLException e) {
            throw new StartupProblem(
                    "The embedded database refuses to work: " + e.getMessage(),
                    "See " + folder.path().resolve("database").resolve("postgres.log") + ".",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the database was starting", e);
        }
    }

    public String url() {
        return url(DATABASE);
    }

    public String user() {
        return USER;
    }

    /** The application's password; the superuser's stays in its file. */
    public String password() {
        return read(cluster.applicationPassword());
    }

    /** The process id of the running server, for whoever wants to kill it in a test. */
    public long pid() {
        return server.pid();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    private static String read(Path secret) {
        try {
            return Files.readString(secret).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Process launch() throws IOException, InterruptedException {
        Process process = new ProcessBuilder(cluster.serverCommand(port))
                .redirectErrorStream(true)
                .start();
        Thread follower = output.follow(process);
        try {
            awaitReady(process, follower);
            return process;
        } catch (InterruptedException | RuntimeException e) {
            if (process.isAlive()) {
                PostgresCluster.stop(process.toHandle());
            }
            throw e;
        }
    }

    private void awaitReady(Process process, Thread follower) throws IOException, InterruptedException {
        Path pidFile = cluster.data().resolve("postmaster.pid");
        long giveUp = System.nanoTime() + READY_WITHIN.toNanos();
        while (!isReady(pidFile, process.pid())) {
            if (process.waitFor(10, TimeUnit.MILLISECONDS)) {
                follower.join(1_000);
                throw new StartupProblem(
                        "PostgreSQL did not start on " + cluster.data() + ": " + output.complaint(),
                        "The whole log is " + output.file()
                                + ". If files are damaged, restore the folder from a backup.");
            }
            if (System.nanoTime() > giveUp) {
                throw new StartupProblem(
                        "PostgreSQL was not ready after " + READY_WITHIN.toMinutes() + " minutes.",
                        "See " + output.file() + ".");
            }
        }
    }

    /** First line: whose file it is, an older one may have stayed behind. Eighth line: the state. */
    private static boolean isReady(Path pidFile, long pid) throws IOException {
        if (!Files.exists(pidFile)) {
            return false;
        }
        List<String> lines = Files.readAllLines(pidFile);
        return lines.size() >= 8
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(7).startsWith("ready");
    }

    private void supervise() {
        try {
            while (!closing) {
                int code = server.waitFor();
                if (!closing) {
                    log.error(
                            "The database server ended with code {}; starting it again. Log: {}", code, output.file());
                    server = launchAgain();
                    log.info("The database server is back");
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt(); // close() wants this thread to end
        }
    }

    /** Tries until it works: the processes of the dead server may need a moment to let go of its memory. */
    private Process launchAgain() throws InterruptedException {
        Duration pause = Duration.ofMillis(100);
        while (true) {
            try {
                return launch();
            } catch (IOException | StartupProblem e) {
                log.error("The database server does not start again yet: {}", e.getMessage());
            }
            LockSupport.parkNanos(pause.toNanos());
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            pause = pause.multipliedBy(2).compareTo(MOST_PAUSE) < 0 ? pause.multipliedBy(2) : MOST_PAUSE;
        }
    }

    /** The password file comes last, so a crash in between only repeats the rest. */
    private void createDatabaseOnce() throws SQLException, IOException {
        if (Files.exists(cluster.applicationPassword())) {
            return;
        }
        String secret = SecureTokens.create();
        try (Connection admin = DriverManager.getConnection(url("postgres"), ADMIN, read(cluster.adminPassword()));
                Statement statement = admin.createStatement()) {
            if (!exists(admin, "select 1 from pg_roles where rolname = ?", USER)) {
                statement.execute("create role qiao login nosuperuser nocreatedb nocreaterole nobypassrls");
            }
            // Hashed on this side: the password itself is in no statement and in no log.
            String hash = PasswordUtil.encodeScramSha256(secret.toCharArray());
            statement.execute("alter role qiao password " + statement.enquoteLiteral(hash));
            if (!exists(admin, "select 1 from pg_database where datname = ?", DATABASE)) {
                statement.execute("create database qiao owner qiao");
            }
        }
        DataFolder.writeSecret(cluster.applicationPassword(), secret);
    }

    /** For the page "System". In a schema of its own: "public" belongs to the migrations. */
    private void countStatementsOnce() throws SQLException, IOException {
        Path done = cluster.data().resolveSibling("statements.ready");
        if (!cluster.countsStatements() || Files.exists(done)) {
            return;
        }
        try (Connection admin = DriverManager.getConnection(url(DATABASE), ADMIN, read(cluster.adminPassword()));
                Statement statement = admin.createStatement()) {
            statement.execute("create schema if not exists statements");
            statement.execute("create extension if not exists pg_stat_statements schema statements");
            statement.execute("grant usage on schema statements to qiao");
        }
        Files.createFile(done);
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Stops the server and waits until it has written everything. */
    @Override
    public void close() {
        closing = true;
        supervisor.interrupt();
        try {
            supervisor.join();
            if (server.isAlive()) {
                PostgresCluster.stop(server.toHandle());
            }
        } catch (IOException e) {
            log.warn("The database server could not be told to stop: {}", e.getMessage());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
