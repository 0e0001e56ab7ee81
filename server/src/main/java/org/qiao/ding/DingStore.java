package org.qiao.ding;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Ladder;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class DingStore {

    /** One sender's DINGs take turns: the limit of an hour, the quotas and the key are looked at before the next one is. */
    static final String LOCK_SENDER = """
            select 1
            from pg_advisory_xact_lock(hashtextextended('ding ' || :org_id::text || ' ' || :sender_id::text, 0))
            """;

    static final String FIND_KEY = """
            select id
            from ding
            where org_id = :org_id and sender_id = :sender_id and client_key = :key
            """;

    static final String SINCE = """
            select count(*) as dings, min(created_at) as first_at
            from ding
            where org_id = :org_id and sender_id = :sender_id and created_at > :since and schedule_id is null
            """;

    static final String INSERT = """
            insert into ding (org_id, sender_id, client_key, text, recording_id, attachment_id, source, origin_id, origin_title, ladder,
                override_reason, link_base, schedule_id, send_at, expires_at, created_at)
            values (:org_id, :sender_id, :key, :text, :recording_id::bigint, :attachment_id::bigint, :source, :origin_id::bigint,
                :origin_title::text, :ladder::jsonb, :override_reason::text, :link_base, :schedule_id::bigint, :send_at, :expires_at, :now)
            returning id
            """;

    static final String FIND = """
            select id, org_id, sender_id, text, recording_id, attachment_id, source, origin_id, origin_title, ladder, override_reason,
                link_base, schedule_id, rounds, reminded_at, send_at, expires_at, created_at, recalled_at
            from ding
            where org_id = :org_id and id = any(:ids)
            """;

    /** Of several companies: for the clock, which serves them all. */
    static final String FIND_CLAIMED = """
            select d.id, d.org_id, d.sender_id, d.text, d.recording_id, d.attachment_id, d.source, d.origin_id, d.origin_title,
                d.ladder, d.override_reason, d.link_base, d.schedule_id, d.rounds, d.reminded_at, d.send_at, d.expires_at, d.created_at, d.recalled_at
            from unnest(:orgs::bigint[], :ids::bigint[]) as c (org_id, id)
            join ding d on d.org_id = c.org_id and d.id = c.id
            """;

    /** The weaker lock lets steps and comments that refer to the DING pass. */
    static final String LOCK = """
            select id, org_id, sender_id, text, recording_id, attachment_id, source, origin_id, origin_title, ladder, override_reason,
                link_base, schedule_id, rounds, reminded_at, send_at, expires_at, created_at, recalled_at
            from ding
            where org_id = :org_id and id = :id and sender_id = :sender_id
            for no key update
            """;

    static final String RECALL = """
            update ding
            set recalled_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String REMIND = """
            update ding
            set rounds = rounds + 1, reminded_at = :now
            where org_id = :org_id and id = :id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Ding> row;

    DingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Ding(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("sender_id"),
                rs.getString("text"),
                Sql.longOrNull(rs, "recording_id"),
                Sql.longOrNull(rs, "attachment_id"),
                DingSource.valueOf(rs.getString("source")),
                origin(rs),
                json.readValue(rs.getString("ladder"), Ladder.class),
                rs.getString("override_reason"),
                rs.getString("link_base"),
                Sql.longOrNull(rs, "schedule_id"),
                rs.getInt("rounds"),
                Sql.instantOrNull(rs, "reminded_at"),
                Sql.instant(rs, "send_at"),
                Sql.instant(rs, "expires_at"),
                Sql.instant(rs, "created_at"),
                Sql.instantOrNull(rs, "recalled_at"));
    }

    private static @Nullable DingOrigin origin(ResultSet rs) throws SQLException {
        Long id = Sql.longOrNull(rs, "origin_id");
        return id == null
                ? null
                : new DingOrigin(DingSource.valueOf(rs.getString("source")), id, rs.getString("origin_title"));
    }

    record Since(int count, @Nullable Instant first) {}

    void lockSender(Actor actor) {
        jdbc.sql(LOCK_SENDER)
                .param("org_id", Long.toString(actor.orgId()))
                .param("sender_id", Long.toString(actor.principalId()))
                .query(Integer.class)
                .single();
    }

    Optional<Long> findKey(Actor actor, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    /** Those of a schedule do not count: the sender cannot spread them. */
    Since since(Actor actor, Instant since) {
        return jdbc.sql(SINCE)
                .param("org_id", actor.orgId())
                .param("sender_id", actor.principalId())
                .param("since", Sql.at(since))
                .query((rs, n) -> new Since(rs.getInt("dings"), Sql.instantOrNull(rs, "first_at")))
                .single();
    }

    long insert(Ding ding, String key) {
        return jdbc.sql(INSERT)
                .param("org_id", ding.orgId())
                .param("sender_id", ding.senderId())
                .param("key", key)
                .param("text", ding.text())
                .param("recording_id", ding.recordingId())
                .param("attachment_id", ding.attachmentId())
                .param("source", ding.source().name())
                .param("origin_id", ding.origin() == null ? null : ding.origin().id())
                .param(
                        "origin_title",
                        ding.origin() == null ? null : ding.origin().title())
                .param("ladder", json.writeValueAsString(ding.ladder()))
                .param("override_reason", ding.overrideReason())
                .param("link_base", ding.linkBase())
                .param("schedule_id", ding.scheduleId())
                .param("send_at", Sql.at(ding.sendAt()))
                .param("expires_at", Sql.at(ding.expiresAt()))
                .param("now", Sql.at(ding.createdAt()))
                .query(Long.class)
                .single();
    }

    Optional<Ding> find(long orgId, long id) {
        return find(orgId, List.of(id)).stream().findFirst();
    }

    List<Ding> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    Map<Long, Ding> ofClaimed(List<Recipient> recipients) {
        List<Recipient> first = List.copyOf(recipients.stream()
                .collect(java.util.stream.Collectors.toMap(Recipient::dingId, r -> r, (a, b) -> a, LinkedHashMap::new))
                .values());
        Map<Long, Ding> found = new HashMap<>();
        jdbc.sql(FIND_CLAIMED)
                .param("orgs", first.stream().map(Recipient::orgId).toArray(Long[]::new))
                .param("ids", first.stream().map(Recipient::dingId).toArray(Long[]::new))
                .query(row)
                .list()
                .forEach(ding -> found.put(ding.id(), ding));
        return found;
    }

    /** Of the sender only. */
    Optional<Ding> lock(Actor actor, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", actor.orgId())
                .param("id", id)
                .param("sender_id", actor.principalId())
                .query(row)
                .optional();
    }

    void recall(long orgId, long id, Instant now) {
        change(RECALL, orgId, id, now);
    }

    void remind(long orgId, long id, Instant now) {
        change(REMIND, orgId, id, now);
    }

    private void change(String statement, long orgId, long id, Instant now) {
        jdbc.sql(statement)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }
}
