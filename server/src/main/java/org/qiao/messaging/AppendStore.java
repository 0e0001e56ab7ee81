package org.qiao.messaging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.FaultPoints;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * The one call that appends a batch. Plain JDBC in autocommit: the answer arrives after the commit, and nothing is parsed or
 * wrapped for each message.
 */
@Repository
class AppendStore {

    /** The arrays name org_id for each draft; the function checks it. */
    static final String APPEND = """
            select outcome, seq, message_no, at, quote_sender, quote_kind, quote_excerpt, outbox_id
            from messaging_append(?, ?, ?, ?::text[], ?::text[], ?, ?, ?, ?, ?, ?::text[], ?, ?, ?)
            """;

    /** The same for a batch of nothing but new messages; answers no row, and has done nothing, when it is something else. */
    static final String APPEND_PLAIN = """
            select outbox_id, seqs, message_nos, permits
            from messaging_append_plain(?, ?, ?, ?, ?, ?, ?, ?::text[], ?::text[], ?, ?::text[], ?) -- org_id: the second
            """;

    private final DataSource dataSource;
    private final JdbcTemplate jdbc;
    private final Permits permits = new Permits();

    AppendStore(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = new JdbcTemplate(dataSource);
    }

    /**
     * Appends the batch and commits.
     *
     * @param batch sorted by conversation; no key twice
     * @return one outcome for each draft
     * @throws SQLException nothing is known about the outcome when the connection broke
     */
    Outcome[] append(List<Row> batch) throws SQLException {
        try (Connection connection = dataSource.getConnection()) {
            PlainBatch plain = PlainBatch.of(batch, permits);
            FaultPoints.reached("append.begun");
            Outcome[] outcomes = plain == null ? null : together(connection, plain);
            Outcome[] known = outcomes == null ? each(connection, batch) : outcomes;
            if (FaultPoints.isDue("append.answer-lost")) {
                throw new SQLException("The answer is lost on purpose", "08006");
            }
            return known;
        }
    }

    /** The same without a commit, in the caller's transaction. Nothing is learned from what may be undone. */
    Outcome[] appendWithin(List<Row> batch) {
        return Objects.requireNonNull(
                jdbc.execute((ConnectionCallback<Outcome[]>) connection -> each(connection, batch)));
    }

    /** Null when nothing was stored because a draft must be refused or is known. */
    private Outcome @Nullable [] together(Connection connection, PlainBatch plain) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(APPEND_PLAIN)) {
            Object[] arguments = plain.arguments();
            for (int i = 0; i < arguments.length; i++) {
                call.setObject(i + 1, arguments[i]);
            }
            try (ResultSet row = call.executeQuery()) {
                if (!row.next()) {
                    return null;
                }
                plain.teach(permits, numbers(row, 4)); // autocommit: the answer comes after the commit
                return plain.stored(row.getLong(1), numbers(row, 2), numbers(row, 3));
            }
        }
    }

    private static Long[] numbers(ResultSet row, int column) throws SQLException {
        return (Long[]) row.getArray(column).getArray();
    }

    /** Decides about each draft for itself. */
    private static Outcome[] each(Connection connection, List<Row> batch) throws SQLException {
        try (PreparedStatement call = connection.prepareStatement(APPEND)) {
            new Arguments(batch).bind(call);
            try (ResultSet rows = call.executeQuery()) {
                Outcome[] outcomes = new Outcome[batch.size()];
                for (int i = 0; i < outcomes.length; i++) {
                    rows.next();
                    outcomes[i] = outcome(rows);
                }
                return outcomes;
            }
        }
    }

    private static Outcome outcome(ResultSet row) throws SQLException {
        String code = row.getString(1);
        boolean stored = code.equals(Outcome.STORED);
        if (!stored && !code.equals(Outcome.REPEATED)) {
            return new Outcome(code, null, null, 0);
        }
        Instant at =
                Objects.requireNonNull(row.getObject(4, OffsetDateTime.class)).toInstant();
        Ack ack = new Ack(row.getLong(2), row.getLong(3), at);
        String quoteKind = row.getString(6);
        Quoted quoted =
                quoteKind == null ? null : new Quoted(row.getLong(5), EntryKind.valueOf(quoteKind), row.getString(7));
        return new Outcome(code, ack, quoted, row.getLong(8));
    }

    /**
     * One draft of a batch.
     *
     * @param recallSinceMillis own messages older than this are not recalled any more
     */
    record Row(Pending pending, long recallSinceMillis, long atMillis) {}

    /** @param code STORED, REPEATED or a constant of {@link MessagingProblem} */
    record Outcome(String code, @Nullable Ack ack, @Nullable Quoted quoted, long outboxId) {

        static final String STORED = "STORED";
        static final String REPEATED = "REPEATED";

        boolean isStored() {
            return code.equals(STORED);
        }
    }

    record Quoted(long sender, EntryKind kind, @Nullable String excerpt) {}

    /** The batch turned into parallel arrays. */
    private static final class Arguments {

        private final int size;
        private final long[] conversations;
        private final long[] orgs;
        private final long[] senders;
        private final String[] keys;
        private final String[] kinds;
        private final byte[][] digests;
        private final long[] targets;
        private final long[] recallSince;
        private final long[] replies;
        private final boolean[] mentionAll;
        private final String[] bodies;
        private final long[] at;
        private final int[] mentionOrd;
        private final long[] mentions;

        Arguments(List<Row> batch) {
            size = batch.size();
            conversations = new long[size];
            orgs = new long[size];
            senders = new long[size];
            keys = new String[size];
            kinds = new String[size];
            digests = new byte[size][];
            targets = new long[size];
            recallSince = new long[size];
            replies = new long[size];
            mentionAll = new boolean[size];
            bodies = new String[size];
            at = new long[size];
            int mentioned = 0;
            for (int i = 0; i < size; i++) {
                Pending pending = batch.get(i).pending();
                put(i, pending, batch.get(i));
                mentioned +=
                        pending.draft().mentions().length + (pending.draft().mentionAll() ? 1 : 0);
            }
            mentionOrd = new int[mentioned];
            mentions = new long[mentioned];
            if (mentioned > 0) {
                putMentions(batch);
            }
        }

        private void put(int i, Pending pending, Row row) {
            BodyRule.Checked draft = pending.draft();
            conversations[i] = pending.conversationId();
            orgs[i] = pending.actor().orgId();
            senders[i] = pending.actor().principalId();
            keys[i] = draft.key();
            kinds[i] = draft.kind().name();
            digests[i] = draft.digest();
            targets[i] = draft.target();
            recallSince[i] = row.recallSinceMillis();
            replies[i] = draft.replyTo();
            mentionAll[i] = draft.mentionAll();
            bodies[i] = draft.body();
            at[i] = row.atMillis();
        }

        private void putMentions(List<Row> batch) {
            int next = 0;
            for (int i = 0; i < size; i++) {
                BodyRule.Checked draft = batch.get(i).pending().draft();
                for (long mention : draft.mentions()) {
                    mentionOrd[next] = i + 1;
                    mentions[next++] = mention;
                }
                if (draft.mentionAll()) {
                    mentionOrd[next] = i + 1;
                    mentions[next++] = 0; // everybody
                }
            }
        }

        void bind(PreparedStatement call) throws SQLException {
            Object[] arrays = {
                conversations,
                orgs,
                senders,
                keys,
                kinds,
                digests,
                targets,
                recallSince,
                replies,
                mentionAll,
                bodies,
                at,
                mentionOrd,
                mentions
            };
            for (int i = 0; i < arrays.length; i++) {
                call.setObject(i + 1, arrays[i]);
            }
        }
    }
}
