package org.qiao.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Array;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.qiao.platform.DatabaseAccess;

/** All SQL of backup and restore, on one plain connection. Tables are found in the catalogue and moved by COPY. */
final class BackupStore implements AutoCloseable {

    /**
     * Values of type xid8 mean nothing in another cluster: such columns stay behind, and their default gives the transaction of
     * the restore. Without a default they cannot be restored, which {@code lost} says.
     */
    static final String TABLES = """
            select relation.relname as name,
                   array_agg(quote_ident(field.attname) order by field.attnum)
                       filter (where field.atttypid <> 'xid8'::regtype) as columns,
                   coalesce(bool_or(field.atttypid = 'xid8'::regtype and not field.atthasdef), false) as lost
            from pg_class relation
            join pg_attribute field on field.attrelid = relation.oid
            where relation.relnamespace = 'public'::regnamespace
              and relation.relkind = 'r'
              and relation.relname <> 'flyway_schema_history'
              and field.attnum > 0
              and not field.attisdropped
              and field.attgenerated = ''
            group by relation.relname
            order by relation.relname
            """;

    static final String SEQUENCES = """
            select sequencename as name, last_value
            from pg_sequences
            where schemaname = 'public'
            order by sequencename
            """;

    static final String MIGRATIONS = """
            select script
            from flyway_schema_history
            where success and script like '%.sql'
            order by installed_rank
            """;

    static final String FACTS = """
            select now() as at, current_setting('server_version') as version, era
            from messaging_era
            """;

    /** Checked again when they are made anew, all rows at once. */
    static final String FOREIGN_KEYS = """
            select conrelid::regclass::text as table_name, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
            from pg_constraint
            where contype = 'f' and connamespace = 'public'::regnamespace
            order by conrelid, conname
            """;

    static final String HAS_TABLES = """
            select exists (select 1 from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r')
            """;

    /** Above every number that clients can know, also when the same backup is restored twice. */
    static final String RAISE_ERA = """
            update messaging_era
            set era = greatest(era + 1, extract(epoch from clock_timestamp())::bigint)
            returning era
            """;

    private final Connection connection;

    private BackupStore(Connection connection) {
        this.connection = connection;
    }

    static BackupStore open(DatabaseAccess database) throws SQLException {
        return new BackupStore(database.connect());
    }

    /** What the database says about itself at the snapshot. */
    record Facts(Instant at, String version, long era) {}

    record ForeignKey(String table, String name, String definition) {}

    /** Everything read from now on is of one instant; writers are not held up. */
    void beginSnapshot() throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
    }

    void begin() throws SQLException {
        connection.setAutoCommit(false);
    }

    void commit() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
    }

    Facts facts() throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(FACTS)) {
            row.next();
            return new Facts(
                    row.getObject("at", OffsetDateTime.class).toInstant(),
                    row.getString("version"),
                    row.getLong("era"));
        }
    }

    List<String> migrations() throws SQLException {
        return list(MIGRATIONS, row -> row.getString("script"));
    }

    /** Without counts of rows. */
    List<Manifest.Table> tables() throws SQLException {
        return list(TABLES, row -> {
            if (row.getBoolean("lost")) {
                throw new IllegalStateException(row.getString("name") + " has a column of type xid8 without a default");
            }
            return new Manifest.Table(row.getString("name"), strings(row.getArray("columns")), 0);
        });
    }

    List<Manifest.Sequence> sequences() throws SQLException {
        return list(
                SEQUENCES,
                row -> new Manifest.Sequence(row.getString("name"), row.getObject("last_value", Long.class)));
    }

    List<ForeignKey> foreignKeys() throws SQLException {
        return list(
                FOREIGN_KEYS,
                row -> new ForeignKey(row.getString("table_name"), row.getString("name"), row.getString("definition")));
    }

    boolean hasTables() throws SQLException {
        return list(HAS_TABLES, row -> row.getBoolean(1)).getFirst();
    }

    /** @return rows */
    long copyOut(Manifest.Table table, OutputStream out) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy " + target(table) + " to stdout (format binary)", out);
    }

    /** @return rows */
    long copyIn(Manifest.Table table, InputStream in) throws SQLException, IOException {
        return connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy " + target(table) + " from stdin (format binary)", in, 1 << 16);
    }

    private static String target(Manifest.Table table) {
        return quoted(table.name()) + " (" + String.join(", ", table.columns()) + ")";
    }

    void drop(ForeignKey key) throws SQLException {
        execute("alter table " + key.table() + " drop constraint " + key.name());
    }

    void add(ForeignKey key) throws SQLException {
        execute("alter table " + key.table() + " add constraint " + key.name() + " " + key.definition());
    }

    /** Rows that migrations wrote would be there twice. */
    void empty(List<Manifest.Table> tables) throws SQLException {
        execute("truncate " + tables.stream().map(table -> quoted(table.name())).collect(Collectors.joining(", ")));
    }

    void triggers(Manifest.Table table, boolean enabled) throws SQLException {
        execute("alter table " + quoted(table.name()) + (enabled ? " enable" : " disable") + " trigger user");
    }

    void advance(Manifest.Sequence sequence) throws SQLException {
        @Nullable Long last = sequence.last();
        if (last != null) {
            execute("select setval('" + quoted(sequence.name()).replace("'", "''") + "', " + last + ")");
        }
    }

    /** @return the new era */
    long raiseEra() throws SQLException {
        return list(RAISE_ERA, row -> row.getLong("era")).getFirst();
    }

    void vacuum() throws SQLException {
        execute("vacuum (analyze)");
    }

    private static String quoted(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> strings(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }

    private interface Row<T> {
        T of(ResultSet row) throws SQLException;
    }

    private <T> List<T> list(String sql, Row<T> mapper) throws SQLException {
        List<T> all = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                all.add(mapper.of(rows));
            }
        }
        return all;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
