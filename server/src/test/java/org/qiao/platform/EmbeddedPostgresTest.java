package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Real servers on real folders. Making one takes seconds, so it is made once and copied for each test. */
@Order(2)
class EmbeddedPostgresTest {

    @TempDir
    private static Path template;

    @TempDir
    private Path temp;

    private Path home;

    @BeforeAll
    static void makeOnce() throws SQLException {
        try (DataFolder folder = DataFolder.open(template);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            execute(postgres, "create table note (text text not null)");
            execute(postgres, "insert into note values ('first')");
        }
    }

    @BeforeEach
    void copyForThisTest() throws IOException, InterruptedException {
        home = temp.resolve("data");
        String copy = "mkdir $1 && cp -a $0/database $1";
        new ProcessBuilder("/bin/sh", "-c", copy, template.toString(), home.toString())
                .start()
                .waitFor();
    }

    @Test
    void passwordsAreReadableByTheirOwnerOnlyAndInNoLogOrProcessList() throws IOException {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            for (String name : new String[] {"admin.password", "qiao.password"}) {
                Path file = home.resolve("database").resolve(name);
                String secret = Files.readString(file);

                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
                assertThat(secret).hasSizeGreaterThan(30);
                assertThat(Files.readString(home.resolve("database/postgres.log")))
                        .doesNotContain(secret);
                assertThat(arguments(postgres.pid())).isNotEmpty().doesNotContain(secret);
            }
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("database"))))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nobodyEntersWithoutThePassword() {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DriverManager.getConnection(postgres.url(), "qiao", "guess"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("password authentication failed");
        }
    }

    @Test
    void dataAndPasswordSurviveARestart() throws SQLException {
        String password;
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            execute(postgres, "insert into note values ('second')");
            password = postgres.password();
        }

        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(notes(postgres)).isEqualTo("first, second");
            assertThat(postgres.password()).isEqualTo(password);
        }
    }

    @Test
    void aKilledServerComesBackWithEverythingCommitted() throws SQLException {
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            execute(postgres, "insert into note values ('committed')");
            long killed = postgres.pid();

            ProcessHandle.of(killed).ifPresent(ProcessHandle::destroyForcibly);

            await().dontCatchUncaughtExceptions()
                    .atMost(Duration.ofSeconds(10))
                    .ignoreExceptions()
                    .untilAsserted(() -> {
                        assertThat(postgres.pid()).isNotEqualTo(killed);
                        assertThat(notes(postgres)).isEqualTo("first, committed");
                    });
        }
    }

    @Test
    void theServerOfAKilledProgramIsStoppedAndStartedAgain() throws IOException, SQLException, InterruptedException {
        Process program = startInAnotherProgram();
        long leftBehind =
                Long.parseLong(program.inputReader(StandardCharsets.UTF_8).readLine());
        program.destroyForcibly().waitFor();
        assertThat(ProcessHandle.of(leftBehind)).isPresent();

        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(ProcessHandle.of(leftBehind)).isEmpty();
            assertThat(notes(postgres)).isEqualTo("first, from the killed one");
        }
    }

    @Test
    void closingStopsTheServer() {
        Optional<ProcessHandle> server;
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            server = ProcessHandle.of(postgres.pid());
        }

        assertThat(server)
                .isPresent()
                .hasValueSatisfying(process -> assertThat(process.isAlive()).isFalse());
        assertThat(home.resolve("database/data/postmaster.pid")).doesNotExist();
    }

    @Test
    void whereNamespacesAreForbiddenRootHandsTheFilesToASystemUser() throws SQLException {
        Optional<PostgresUser> other = PostgresUser.systemUser();
        assumeThat(System.getProperty("user.name")).isEqualTo("root");
        openForWalking(temp);

        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder, other.orElseThrow())) {
            assertThat(notes(postgres)).isEqualTo("first");
        }
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(notes(postgres)).isEqualTo("first");
        }
    }

    @Test
    void damagedFilesAreNamedWithTheReason() throws IOException {
        Path control = home.resolve("database/data/global/pg_control");
        byte[] bytes = Files.readAllBytes(control);
        bytes[50] ^= 1;
        Files.write(control, bytes);

        try (DataFolder folder = DataFolder.open(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("PostgreSQL did not start on " + home)
                    .hasMessageContaining("control file");
        }
    }

    @Test
    void aDatabaseOfAnotherVersionIsRefused() throws IOException {
        Files.writeString(home.resolve("database/data/PG_VERSION"), "17\n");

        try (DataFolder folder = DataFolder.open(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("is of PostgreSQL version 17, this Qiao carries version 18");
        }
    }

    @Test
    void aLostAdministratorPasswordIsNotReplacedByAnother() throws IOException {
        Files.delete(home.resolve("database/admin.password"));

        try (DataFolder folder = DataFolder.open(home)) {
            assertThatThrownBy(() -> EmbeddedPostgres.start(folder))
                    .isInstanceOf(StartupProblem.class)
                    .hasMessageContaining("admin.password is missing");
        }
    }

    @Test
    void aLostApplicationPasswordIsMadeAnew() throws IOException, SQLException {
        Files.delete(home.resolve("database/qiao.password"));

        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThat(notes(postgres)).isEqualTo("first");
        }
    }

    @Test
    void ownSettingsAreReadButUnsafeOnesAreRefused() throws IOException, SQLException {
        Path custom = Files.writeString(home.resolve("database/custom.conf"), "work_mem = 5MB\n");
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            DatabaseChecks.require(source(postgres));
            assertThat(query(postgres, "show work_mem")).isEqualTo("5MB");
        }

        Files.writeString(custom, "synchronous_commit = off\nfsync = off\n");
        try (DataFolder folder = DataFolder.open(home);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(folder)) {
            assertThatThrownBy(() -> DatabaseChecks.require(source(postgres)))
                    .isInstanceOfSatisfying(
                            StartupProblem.class,
                            problem -> assertThat(problem.action())
                                    .contains("fsync is off: set it to on")
                                    .contains("synchronous_commit is off: set it to on"));
        }
    }

    /** Run by another program, see {@link #startInAnotherProgram}: starts, commits, prints the server's pid and waits to be killed. */
    static final class Program {

        public static void main(String[] folder) throws SQLException, IOException {
            EmbeddedPostgres postgres = EmbeddedPostgres.start(DataFolder.open(Path.of(folder[0])));
            execute(postgres, "insert into note values ('from the killed one')");
            System.out.println(postgres.pid());
            System.in.read();
        }
    }

    private Process startInAnotherProgram() throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        "-Dlogging.level.root=off",
                        "-XX:TieredStopAtLevel=1",
                        Program.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Temporary folders of JUnit are closed to others; a system user must walk through them. */
    private static void openForWalking(Path folder) {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static String arguments(long pid) {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().arguments())
                .map(Arrays::toString)
                .orElse("");
    }

    private static DataSource source(EmbeddedPostgres postgres) {
        return new DriverManagerDataSource(postgres.url(), postgres.user(), postgres.password());
    }

    private static void execute(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = source(postgres).getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String notes(EmbeddedPostgres postgres) throws SQLException {
        return query(postgres, "select string_agg(text, ', ' order by ctid) from note");
    }

    private static String query(EmbeddedPostgres postgres, String sql) throws SQLException {
        try (Connection connection = source(postgres).getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
