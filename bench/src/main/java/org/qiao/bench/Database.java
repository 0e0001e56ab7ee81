package org.qiao.bench;

import java.nio.file.Path;
import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The embedded database of a server, by the port and the password that stand in its data folder. Each question has a connection of its own. */
final class Database {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PORT_LINE = 3;

    private static final String HEADS = """
            select h.conversation_id, c.kind = 'GROUP', h.seq, h.message_no
            from messaging_head h
            join messaging_conversation c on c.id = h.conversation_id
            where h.conversation_id = any (?)
            """;

    private static final String MEMBERS = """
            select m.conversation_id, m.principal_id, m.left_at is null, m.from_seq,
                greatest(coalesce(r.read_seq, 0), m.from_seq - 1), greatest(coalesce(r.read_no, 0), m.from_no)
            from messaging_member m
            left join messaging_read r on r.conversation_id = m.conversation_id and r.principal_id = m.principal_id
            where m.conversation_id = any (?)
            """;

    private static final String ENTRIES = """
            select conversation_id, seq, message_no, sender_id, kind, coalesce(client_key, ''), coalesce(target_seq, 0),
                coalesce(recalled_by_seq, 0), body
            from messaging_entry
            where conversation_id = any (?)
            order by conversation_id, seq
            """;

    private final Path home;

    Database(Path data) {
        this.home = data.resolve("database");
    }

    private Connection connect() throws SQLException {
        List<String> facts = Processes.read(home.resolve("data/postmaster.pid").toString())
                .lines()
                .toList();
        if (facts.size() <= PORT_LINE) {
            throw new SQLException("The database does not run", "08001");
        }
        String password =
                Processes.read(home.resolve("qiao.password").toString()).strip();
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + facts.get(PORT_LINE).strip()
                        + "/qiao?connectTimeout=5&socketTimeout=60",
                "qiao",
                password);
    }

    /** Everything about these conversations. */
    Dump dump(Collection<Long> conversations) throws SQLException {
        return read(conversations, true);
    }

    /** The same without the entries: enough to see whether everybody is up to date. */
    Dump heads(Collection<Long> conversations) throws SQLException {
        return read(conversations, false);
    }

    private Dump read(Collection<Long> conversations, boolean whole) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            Array ids = connection.createArrayOf("bigint", conversations.toArray());
            return new Dump(
                    number(statement, "select era from messaging_era"),
                    heads(connection, ids),
                    whole ? entries(connection, ids) : List.of(),
                    members(connection, ids),
                    number(statement, "select count(*) from messaging_outbox"));
        }
    }

    private static long number(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }

    private static Map<Long, Dump.Head> heads(Connection connection, Array ids) throws SQLException {
        Map<Long, Dump.Head> heads = new HashMap<>();
        try (PreparedStatement statement = connection.prepareStatement(HEADS)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    heads.put(row.getLong(1), new Dump.Head(row.getBoolean(2), row.getLong(3), row.getLong(4)));
                }
            }
        }
        return heads;
    }

    private static List<Dump.Member> members(Connection connection, Array ids) throws SQLException {
        List<Dump.Member> members = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(MEMBERS)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    members.add(new Dump.Member(
                            row.getLong(1),
                            row.getLong(2),
                            row.getBoolean(3),
                            row.getLong(4),
                            row.getLong(5),
                            row.getLong(6)));
                }
            }
        }
        return members;
    }

    private static List<Dump.Entry> entries(Connection connection, Array ids) throws SQLException {
        List<Dump.Entry> entries = new ArrayList<>();
        try (PreparedStatement statement = connection.prepareStatement(ENTRIES)) {
            statement.setArray(1, ids);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    entries.add(entry(row));
                }
            }
        }
        return entries;
    }

    private static Dump.Entry entry(ResultSet row) throws SQLException {
        JsonNode body = JSON.readTree(row.getString(9));
        List<Long> people = new ArrayList<>();
        if (body.has("members")) {
            body.get("members").forEach(member -> people.add(member.asLong()));
        }
        return new Dump.Entry(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                row.getLong(4),
                row.getString(5),
                row.getString(6),
                row.getLong(7),
                row.getLong(8),
                body.toString(),
                body.has("event") ? body.get("event").asString() : "",
                List.copyOf(people));
    }

    void execute(String... statements) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (String sql : statements) {
                statement.execute(sql);
            }
            connection.commit();
        }
    }

    String text(String query) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }

    /** Takes back the last few messages of a conversation, as restoring an older backup would, and says behind which seq. */
    long rewind(long conversation, int most) throws SQLException {
        String where = " where conversation_id = " + conversation;
        long seq = Long.parseLong(text("select greatest(coalesce((select max(seq) from messaging_entry" + where
                + " and kind = 'SYSTEM'), 0)," + " (select seq from messaging_head" + where + ") - " + most + ")"));
        execute(
                "delete from messaging_entry" + where + " and seq > " + seq,
                "update messaging_entry set recalled_by_seq = null" + where + " and recalled_by_seq > " + seq,
                "update messaging_head set seq = " + seq
                        + ", message_no = coalesce((select message_no from messaging_entry" + where + " and seq = "
                        + seq + "), 0)" + where,
                "delete from messaging_read_step" + where + " and read_seq > " + seq,
                "update messaging_read r set read_seq = " + seq
                        + ", read_no = (select message_no from messaging_head" + where + ")" + where
                        + " and read_seq > " + seq,
                "truncate messaging_outbox");
        return seq;
    }

    void raiseEra() throws SQLException {
        execute("update messaging_era set era = era + 1");
    }
}
