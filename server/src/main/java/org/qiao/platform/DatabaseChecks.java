package org.qiao.platform;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.sql.DataSource;

/** What a database must promise before anybody's message is trusted to it. */
final class DatabaseChecks {

    private static final int OLDEST_VERSION = 15;

    private static final String FACTS = """
            select current_setting('server_version_num')::integer / 10000 as version,
                   current_setting('fsync') as fsync,
                   current_setting('full_page_writes') as full_page_writes,
                   current_setting('synchronous_commit') as synchronous_commit,
                   current_setting('data_checksums') as data_checksums,
                   current_setting('data_sync_retry') as data_sync_retry,
                   current_setting('TimeZone') as time_zone,
                   current_setting('server_encoding') as encoding,
                   role.rolname as role,
                   role.rolsuper or role.rolbypassrls as all_powerful,
                   has_schema_privilege('public', 'create') as may_create
            from pg_roles role
            where role.rolname = current_user
            """;

    private DatabaseChecks() {}

    /** Refuses to start on a database that could lose or mix up what it was given. */
    static void require(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            List<String> complaints = complaints(facts(row));
            if (!complaints.isEmpty()) {
                throw new StartupProblem(
                        "The database " + connection.getMetaData().getURL() + " is not safe to use.",
                        String.join("\n", complaints));
            }
        }
    }

    private static Facts facts(ResultSet row) throws SQLException {
        return new Facts(
                row.getInt("version"),
                new Durability(
                        row.getString("fsync"),
                        row.getString("full_page_writes"),
                        row.getString("synchronous_commit"),
                        row.getString("data_checksums"),
                        row.getString("data_sync_retry")),
                row.getString("time_zone"),
                row.getString("encoding"),
                new Role(row.getString("role"), row.getBoolean("all_powerful"), row.getBoolean("may_create")));
    }

    /** One sentence for everything that must be changed; empty when all is well. */
    static List<String> complaints(Facts facts) {
        List<String> complaints = new ArrayList<>();
        if (facts.version() < OLDEST_VERSION) {
            complaints.add("PostgreSQL " + facts.version() + " is too old: use version 15 or newer.");
        }
        Durability safe = facts.durability();
        must(safe.fsync(), "on", "fsync", complaints);
        must(safe.fullPageWrites(), "on", "full_page_writes", complaints);
        if (!Set.of("on", "remote_apply").contains(safe.synchronousCommit())) {
            complaints.add("synchronous_commit is " + safe.synchronousCommit() + ": set it to on (or remote_apply).");
        }
        if (!safe.dataChecksums().equals("on")) {
            complaints.add(
                    "Data checksums are off: stop that server and run pg_checksums --enable on its data folder.");
        }
        must(safe.dataSyncRetry(), "off", "data_sync_retry", complaints);
        if (!Set.of("UTC", "ETC/UTC", "GMT").contains(facts.timeZone().toUpperCase(Locale.ROOT))) {
            complaints.add("The session's time zone is " + facts.timeZone() + ": set timezone to UTC.");
        }
        if (!facts.encoding().equals("UTF8")) {
            complaints.add("The encoding is " + facts.encoding() + ": create the database with encoding UTF8.");
        }
        complainAbout(facts.role(), complaints);
        return complaints;
    }

    private static void must(String value, String wanted, String setting, List<String> complaints) {
        if (!value.equals(wanted)) {
            complaints.add(setting + " is " + value + ": set it to " + wanted + " in the server's configuration.");
        }
    }

    private static void complainAbout(Role role, List<String> complaints) {
        if (role.allPowerful()) {
            complaints.add(
                    "The role " + role.name() + " is a superuser or bypasses row security: connect as an ordinary role,"
                            + " for example: create role qiao login password '…'; alter database … owner to qiao.");
        }
        if (!role.mayCreate()) {
            complaints.add("The role " + role.name() + " may not create tables: make it the owner of the database.");
        }
    }

    /** What the server says about itself. */
    record Facts(int version, Durability durability, String timeZone, String encoding, Role role) {}

    /** The settings that decide whether "committed" means "on disk and whole", each as PostgreSQL prints it. */
    record Durability(
            String fsync,
            String fullPageWrites,
            String synchronousCommit,
            String dataChecksums,
            String dataSyncRetry) {}

    /** @param allPowerful superuser, or not held by row security; @param mayCreate may run the migrations */
    record Role(String name, boolean allPowerful, boolean mayCreate) {}
}
