package org.qiao.customercare;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareDays.DayKey;
import org.qiao.customercare.Talk.Waiting;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Single threads on single days. */
@Repository
class CareChatStore {

    static final String ADD = """
            insert into customercare_chat as c (org_id, day, conversation_id, member_id, received, sent, asked_seq, asked_at)
            select :org_id, i.day, i.conversation_id, i.member_id, i.received, i.sent, i.asked_seq, i.asked_at
            from unnest(:days::date[], :conversations::bigint[], :members::bigint[], :received::integer[], :sent::integer[],
                    :asked_seqs::bigint[], :asked_ats::timestamptz[])
                as i (day, conversation_id, member_id, received, sent, asked_seq, asked_at)
            order by i.day, i.conversation_id, i.member_id
            on conflict (org_id, day, conversation_id, member_id) do update
                set received = c.received + excluded.received, sent = c.sent + excluded.sent,
                    asked_seq = coalesce(c.asked_seq, excluded.asked_seq), asked_at = coalesce(c.asked_at, excluded.asked_at)
            """;

    static final String FIND = """
            select day, member_id, asked_at
            from customercare_chat
            where org_id = :org_id and conversation_id = :conversation_id and asked_seq = :seq and ended is null
            order by day desc
            limit 1
            """;

    static final String END = """
            update customercare_chat
            set ended = :ended, answered_by = :by, work_seconds = :work, clock_seconds = :clock
            where org_id = :org_id and conversation_id = :conversation_id and asked_seq = :seq and ended is null
            """;

    static final String PASS = """
            update customercare_chat
            set passed = true
            where org_id = :org_id and conversation_id = :conversation_id and asked_seq = :seq and not passed
            returning day, member_id
            """;

    static final String MOVE = """
            update customercare_chat
            set asked_seq = :rest_seq::bigint, asked_at = :rest_at::timestamptz
            where org_id = :org_id and conversation_id = :conversation_id and asked_seq = :seq and ended is null
            returning day, member_id
            """;

    static final String OF_DAYS = """
            select c.day, c.member_id, c.received, c.sent, c.asked_seq, c.asked_at, c.ended, coalesce(c.work_seconds, 0) as work_seconds,
                coalesce(c.clock_seconds, 0) as clock_seconds, c.passed
            from unnest(:days::date[], :members::bigint[]) as i (day, member_id)
            join customercare_chat c on c.org_id = :org_id and c.member_id = i.member_id and c.day = i.day
            """;

    private final JdbcClient jdbc;

    CareChatStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record ChatKey(LocalDate day, long conversationId, long memberId) {}

    /** A wait of a thread by its first message. */
    record Ask(long conversationId, long seq) {}

    /** @param by who answered, or said that no answer is needed */
    record Ending(String how, long by, Instant at) {}

    record Took(Duration work, Duration clock) {}

    record Asked(LocalDate day, long memberId, Instant askedAt) {}

    /** @param askedSeq null: the customer did not begin to wait that day */
    record ChatRow(
            int received,
            int sent,
            @Nullable Long askedSeq,
            @Nullable Instant askedAt,
            @Nullable String ended,
            int workSeconds,
            int clockSeconds,
            boolean passed) {

        static final ChatRow RECEIVED = new ChatRow(1, 0, null, null, null, 0, 0, false);
        static final ChatRow SENT = new ChatRow(0, 1, null, null, null, 0, 0, false);

        static ChatRow asked(Waiting wait) {
            return new ChatRow(0, 0, wait.seq(), wait.since(), null, 0, 0, false);
        }

        /** Of several waits the first. */
        ChatRow plus(ChatRow more) {
            boolean first = askedSeq != null;
            return new ChatRow(
                    received + more.received,
                    sent + more.sent,
                    first ? askedSeq : more.askedSeq,
                    first ? askedAt : more.askedAt,
                    null,
                    0,
                    0,
                    false);
        }
    }

    void add(long orgId, Map<ChatKey, ChatRow> rows) {
        List<Map.Entry<ChatKey, ChatRow>> all = List.copyOf(rows.entrySet());
        jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("days", texts(all, one -> one.getKey().day()))
                .param("conversations", numbers(all, one -> one.getKey().conversationId()))
                .param("members", numbers(all, one -> one.getKey().memberId()))
                .param("received", counts(all, one -> one.getValue().received()))
                .param("sent", counts(all, one -> one.getValue().sent()))
                .param("asked_seqs", numbers(all, one -> one.getValue().askedSeq()))
                .param("asked_ats", texts(all, one -> one.getValue().askedAt()))
                .update();
    }

    private static <T> Long[] numbers(List<T> all, Function<T, @Nullable Long> field) {
        return all.stream().map(field).toArray(Long[]::new);
    }

    private static <T> Integer[] counts(List<T> all, Function<T, Integer> field) {
        return all.stream().map(field).toArray(Integer[]::new);
    }

    private static <T> @Nullable String[] texts(List<T> all, Function<T, @Nullable Object> field) {
        return all.stream()
                .map(field)
                .map(value -> value == null ? null : value.toString())
                .toArray(String[]::new);
    }

    /** The row of a wait that has not ended; empty: it was not the first of its day. */
    Optional<Asked> find(long orgId, Ask ask) {
        return of(FIND, orgId, ask)
                .query((rs, n) -> new Asked(
                        rs.getObject("day", LocalDate.class), rs.getLong("member_id"), Sql.instant(rs, "asked_at")))
                .optional();
    }

    void end(long orgId, Ask ask, Ending ending, Took took) {
        of(END, orgId, ask)
                .param("ended", ending.how())
                .param("by", ending.by())
                .param("work", (int) Math.min(Integer.MAX_VALUE, took.work().toSeconds()))
                .param("clock", (int) Math.min(Integer.MAX_VALUE, took.clock().toSeconds()))
                .update();
    }

    Optional<DayKey> pass(long orgId, Ask ask) {
        return of(PASS, orgId, ask).query(CareChatStore::key).optional();
    }

    /** @param rest null: he waited for nothing */
    Optional<DayKey> move(long orgId, Ask ask, @Nullable Waiting rest) {
        return of(MOVE, orgId, ask)
                .param("rest_seq", rest == null ? null : rest.seq())
                .param("rest_at", rest == null ? null : Sql.at(rest.since()))
                .query(CareChatStore::key)
                .optional();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, Ask ask) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("conversation_id", ask.conversationId())
                .param("seq", ask.seq());
    }

    private static DayKey key(ResultSet rs, int number) throws SQLException {
        return new DayKey(rs.getObject("day", LocalDate.class), rs.getLong("member_id"));
    }

    private record Dated(DayKey key, ChatRow row) {}

    Map<DayKey, List<ChatRow>> ofDays(long orgId, Collection<DayKey> keys) {
        List<DayKey> all = List.copyOf(keys);
        return jdbc
                .sql(OF_DAYS)
                .param("org_id", orgId)
                .param("days", texts(all, DayKey::day))
                .param("members", numbers(all, DayKey::memberId))
                .query((rs, n) -> new Dated(key(rs, n), row(rs)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Dated::key, HashMap::new, Collectors.mapping(Dated::row, Collectors.toList())));
    }

    private static ChatRow row(ResultSet rs) throws SQLException {
        return new ChatRow(
                rs.getInt("received"),
                rs.getInt("sent"),
                Sql.longOrNull(rs, "asked_seq"),
                Sql.instantOrNull(rs, "asked_at"),
                rs.getString("ended"),
                rs.getInt("work_seconds"),
                rs.getInt("clock_seconds"),
                rs.getBoolean("passed"));
    }
}
