package org.qiao.platform;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The way to the database for a tool that works beside the server or instead of it. Closing stops what was started here, and
 * empties the folder of a restore that did not come to its end.
 */
public final class DatabaseAccess implements AutoCloseable {

    private static final int PORT_LINE = 3;
    private static final int STATE_LINE = 7;

    private final Path data;
    private final Target target;
    private final @Nullable DataFolder folder;
    private final @Nullable EmbeddedPostgres own;
    private final boolean empty;
    private boolean kept;

    private DatabaseAccess(
            Path data, Target target, @Nullable DataFolder folder, @Nullable EmbeddedPostgres own, boolean empty) {
        this.data = data;
        this.target = target;
        this.folder = folder;
        this.own = own;
        this.empty = empty;
    }

    /** Where and as whom. */
    public record Target(String url, String user, String password) {}

    /** For reading what is there: the outside database, or the running embedded one, or, when nothing runs, our own start of it. */
    public static DatabaseAccess join(DatabaseSettings settings) {
        Path data = settings.data().toAbsolutePath().normalize();
        DatabaseSettings.Connection outside = settings.database();
        if (!outside.url().isEmpty()) {
            return new DatabaseAccess(data, outsideTarget(outside), null, null, false);
        }
        if (!Files.isDirectory(data.resolve("database"))) {
            throw new StartupProblem("There is no database in " + data + ".", "Name the data folder with --data.");
        }
        Target running = running(data.resolve("database"));
        if (running != null) {
            return new DatabaseAccess(data, running, null, null, false);
        }
        DataFolder folder = DataFolder.open(data);
        return started(folder, false);
    }

    /** For filling an empty folder, and the outside database when there is one. */
    public static DatabaseAccess fresh(DatabaseSettings settings) {
        DataFolder folder = DataFolder.openEmpty(settings.data());
        DatabaseSettings.Connection outside = settings.database();
        if (!outside.url().isEmpty()) {
            return new DatabaseAccess(folder.path(), outsideTarget(outside), folder, null, true);
        }
        return started(folder, true);
    }

    private static DatabaseAccess started(DataFolder folder, boolean empty) {
        try {
            EmbeddedPostgres own = EmbeddedPostgres.start(folder);
            Target target = new Target(own.url(), own.user(), own.password());
            return new DatabaseAccess(folder.path(), target, folder, own, empty);
        } catch (RuntimeException e) {
            folder.close();
            throw e;
        }
    }

    private static Target outsideTarget(DatabaseSettings.Connection outside) {
        return new Target(outside.url(), outside.user(), outside.password());
    }

    /** What the server that works on this folder has written down: its process, its port, that it is ready. */
    private static @Nullable Target running(Path home) {
        try {
            Path pidFile = home.resolve("data").resolve("postmaster.pid");
            if (!Files.exists(pidFile)) {
                return null;
            }
            List<String> lines = Files.readAllLines(pidFile);
            boolean ready =
                    lines.size() > STATE_LINE && lines.get(STATE_LINE).strip().equals("ready");
            long pid = Long.parseLong(lines.getFirst().strip());
            if (!ready || !ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
                return null;
            }
            String password = Files.readString(home.resolve("qiao.password")).strip();
            return new Target(
                    "jdbc:postgresql://127.0.0.1:" + lines.get(PORT_LINE).strip() + "/qiao",
                    EmbeddedPostgres.USER,
                    password);
        } catch (IOException e) {
            throw DataFolder.unusable(home, e);
        }
    }

    public Path data() {
        return data;
    }

    public Target target() {
        return target;
    }

    /** A connection of its own, checked like the server's: in UTC, to a database that is safe to use. */
    public Connection connect() throws SQLException {
        DriverManagerDataSource source = new DriverManagerDataSource(target.url(), target.user(), target.password());
        DatabaseChecks.require(new UtcSource(source));
        return new UtcSource(source).getConnection();
    }

    /** What was restored is whole and stays. */
    public void keep() throws IOException {
        if (folder != null) {
            folder.restored();
        }
        kept = true;
    }

    @Override
    public void close() {
        if (own != null) {
            own.close();
        }
        if (folder == null) {
            return;
        }
        try {
            if (empty && !kept) {
                folder.emptyAgain();
            }
        } catch (IOException e) {
            throw DataFolder.unusable(data, e);
        } finally {
            folder.close();
        }
    }

    /** The driver would send the zone of this machine. */
    private static final class UtcSource extends org.springframework.jdbc.datasource.DelegatingDataSource {

        UtcSource(DriverManagerDataSource source) {
            super(source);
        }

        @Override
        public Connection getConnection() throws SQLException {
            Connection connection = super.getConnection();
            try (Statement statement = connection.createStatement()) {
                statement.execute("set time zone 'UTC'");
            }
            return connection;
        }
    }
}
