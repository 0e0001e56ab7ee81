package org.qiao.masssend;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.masssend.Mass.Sums;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Each employee's part of a mass message. */
@Repository
class ShareStore {

    private static final String COLUMNS_PART = """
             s.org_id, s.mass_id, s.member_id, s.sender_name, s.state, s.due_at, s.total, s.sent, s.left_out, s.confirmed_at
            """;

    static final String INSERT = """
            insert into masssend_share (org_id, mass_id, member_id, sender_name, state, due_at, total, confirmed_at)
            select :org_id, :mass_id, i.member_id, i.name, :state, :due_at, i.total, :confirmed_at
            from unnest(:members::bigint[], :names::text[], :totals::integer[]) as i (member_id, name, total)
            """;

    static final String FIND = "select" + COLUMNS_PART + """
            from masssend_share s
            where s.org_id = :org_id and s.mass_id = :mass_id and s.member_id = :member_id
            """;

    static final String OF_MEMBER = "select" + COLUMNS_PART + """
            from masssend_share s
            where s.org_id = :org_id and s.member_id = :member_id and s.mass_id = any(:ids)
            """;

    static final String LIST = "select" + COLUMNS_PART + """
            from masssend_share s
            where s.org_id = :org_id and s.mass_id = :mass_id and s.member_id > :after
            order by s.member_id
            limit :limit
            """;

    static final String SUMS = """
            select mass_id, count(*) as people, count(*) filter (where state = 'WAITING') as waiting,
                count(*) filter (where state = 'CONFIRMED') as confirmed, sum(sent) as sent, sum(left_out) as left_out
            from masssend_share
            where org_id = :org_id and mass_id = any(:ids)
            group by mass_id
            """;

    static final String WAITING = """
            select member_id, total
            from masssend_share
            where org_id = :org_id and mass_id = :mass_id and state = 'WAITING'
            """;

    static final String CONFIRM = """
            update masssend_share
            set state = 'CONFIRMED', due_at = :due_at, left_out = :left_out, confirmed_at = :now
            where org_id = :org_id and mass_id = :mass_id and member_id = :member_id and state = 'WAITING'
            """;

    static final String END = """
            update masssend_share
            set state = :state
            where org_id = :org_id and mass_id = :mass_id and state = 'WAITING'
            """;

    /** Whoever has confirmed is looked at once more, for what is under way. */
    static final String HURRY = """
            update masssend_share
            set due_at = least(due_at, :now)
            where org_id = :org_id and mass_id = :mass_id and state = 'CONFIRMED'
            """;

    /** Of all companies: org_id is the row's. Locked until the portion is taken. */
    static final String NEXT = "select" + COLUMNS_PART + """
            from masssend_share s
            where s.state = 'CONFIRMED' and s.due_at <= :now
            order by s.due_at
            limit 1
            for update skip locked
            """;

    /** Behind all others that are due. */
    static final String TURN = """
            update masssend_share
            set state = :state, due_at = :due_at, left_out = left_out + :left_out
            where org_id = :org_id and mass_id = :mass_id and member_id = :member_id
            """;

    static final String COUNT = """
            update masssend_share
            set sent = sent + :sent, left_out = left_out + :left_out
            where org_id = :org_id and mass_id = :mass_id and member_id = :member_id
            """;

    private static final RowMapper<Share> ROW = ShareStore::row;

    private final JdbcClient jdbc;

    ShareStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param senderName for the placeholder
     * @param dueAt the next portion
     */
    record Share(
            long orgId,
            long massId,
            long memberId,
            String senderName,
            ShareState state,
            @Nullable Instant dueAt,
            int total,
            int sent,
            int leftOut,
            @Nullable Instant confirmedAt) {}

    private static Share row(ResultSet rs, int number) throws SQLException {
        return new Share(
                rs.getLong("org_id"),
                rs.getLong("mass_id"),
                rs.getLong("member_id"),
                rs.getString("sender_name"),
                ShareState.valueOf(rs.getString("state")),
                Sql.instantOrNull(rs, "due_at"),
                rs.getInt("total"),
                rs.getInt("sent"),
                rs.getInt("left_out"),
                Sql.instantOrNull(rs, "confirmed_at"));
    }

    /** A part that is to be made. */
    record NewShare(long memberId, String name, int total) {}

    /** @param dueAt they are confirmed and sent then; null: they wait */
    void insert(Mass mass, List<NewShare> shares, @Nullable Instant dueAt) {
        of(INSERT, mass)
                .param("state", (dueAt == null ? ShareState.WAITING : ShareState.CONFIRMED).name())
                .param("due_at", Sql.atOrNull(dueAt))
                .param("confirmed_at", Sql.atOrNull(dueAt == null ? null : mass.createdAt()))
                .param("members", shares.stream().map(NewShare::memberId).toArray(Long[]::new))
                .param("names", shares.stream().map(NewShare::name).toArray(String[]::new))
                .param("totals", shares.stream().map(NewShare::total).toArray(Integer[]::new))
                .update();
    }

    Optional<Share> find(Mass mass, long memberId) {
        return of(FIND, mass).param("member_id", memberId).query(ROW).optional();
    }

    Map<Long, Share> ofMember(long orgId, long memberId, Collection<Long> massIds) {
        return jdbc
                .sql(OF_MEMBER)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("ids", massIds.toArray(Long[]::new))
                .query(ROW)
                .list()
                .stream()
                .collect(Collectors.toMap(Share::massId, share -> share));
    }

    List<Share> list(Mass mass, long after, int limit) {
        return of(LIST, mass)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Map<Long, Sums> sums(long orgId, Collection<Long> massIds) {
        return jdbc
                .sql(SUMS)
                .param("org_id", orgId)
                .param("ids", massIds.toArray(Long[]::new))
                .query((rs, n) -> Map.entry(
                        rs.getLong("mass_id"),
                        new Sums(
                                rs.getInt("people"),
                                rs.getInt("waiting"),
                                rs.getInt("confirmed"),
                                rs.getInt("sent"),
                                rs.getInt("left_out"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Who has not confirmed, with how many customers. */
    Map<Long, Integer> waiting(Mass mass) {
        return of(WAITING, mass)
                .query((rs, n) -> Map.entry(rs.getLong("member_id"), rs.getInt("total")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    boolean confirm(Share share, Instant dueAt, int leftOut, Instant now) {
        return one(CONFIRM, share)
                        .param("due_at", Sql.at(dueAt))
                        .param("left_out", leftOut)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    /** Who has not confirmed never will. Holds all parts that are not done. */
    void end(Mass mass, ShareState state, Instant now) {
        of(END, mass).param("state", state.name()).update();
        of(HURRY, mass).param("now", Sql.at(now)).update();
    }

    Optional<Share> next(Instant now) {
        return jdbc.sql(NEXT).param("now", Sql.at(now)).query(ROW).optional();
    }

    void turn(Share share, ShareState state, Instant dueAt, int leftOut) {
        one(TURN, share)
                .param("state", state.name())
                .param("due_at", Sql.at(dueAt))
                .param("left_out", leftOut)
                .update();
    }

    void count(Share share, int sent, int leftOut) {
        one(COUNT, share).param("sent", sent).param("left_out", leftOut).update();
    }

    private JdbcClient.StatementSpec of(String sql, Mass mass) {
        return jdbc.sql(sql).param("org_id", mass.orgId()).param("mass_id", mass.id());
    }

    private JdbcClient.StatementSpec one(String sql, Share share) {
        return jdbc.sql(sql)
                .param("org_id", share.orgId())
                .param("mass_id", share.massId())
                .param("member_id", share.memberId());
    }
}
