package org.qiao.handover;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.handover.HandOverAudit.AuditKind;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

@Repository
class HandOverAuditStore {

    static final String INSERT = """
            insert into handover_audit (org_id, actor_id, kind, transfer_id, member_id, detail, at)
            values (:org_id, :actor_id::bigint, :kind, :transfer_id::bigint, :member_id::bigint, :detail::jsonb, :now)
            """;

    static final String LIST = """
            select a.id, a.actor_id, a.kind, a.transfer_id, a.member_id, a.detail, a.at, t.kind as way, t.reason
            from handover_audit a left join handover_transfer t on t.org_id = a.org_id and t.id = a.transfer_id
            where a.org_id = :org_id and a.id < :before
            order by a.id desc
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    HandOverAuditStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /**
     * A line of the book.
     *
     * @param way of the hand-over it is about
     * @param reason why that hand-over was cancelled in the end
     */
    record Row(
            long id,
            @Nullable Long actorId,
            AuditKind kind,
            @Nullable Long transferId,
            @Nullable Long memberId,
            Map<String, Object> detail,
            Instant at,
            @Nullable String way,
            @Nullable String reason) {

        /** One id, several, or none: 0 stands for nobody. */
        List<Long> ids(String name) {
            return values(name).stream()
                    .map(one -> ((Number) one).longValue())
                    .filter(id -> id != 0)
                    .toList();
        }

        private Collection<?> values(String name) {
            Object found = detail.get(name);
            return found instanceof Collection<?> many ? many : found == null ? List.of() : List.of(found);
        }

        String text(String name) {
            return String.valueOf(detail.get(name));
        }

        /** Who got what it is about, or was to. */
        List<Long> takerIds() {
            return ids(kind == AuditKind.RUN_STARTED ? "takers" : "to");
        }

        List<Long> people() {
            return Stream.concat(Stream.of(actorId, memberId).filter(Objects::nonNull), takerIds().stream())
                    .toList();
        }

        /** How many it is about: written down, or as many as were named. */
        @Nullable
        Integer count() {
            return switch (kind) {
                case RUN_STARTED, RUN_ENDED -> number("customers");
                case WAYS -> values("ways").size();
                case GROUPS ->
                    detail.get("groups") instanceof Number
                            ? number("groups")
                            : values("groups").size();
                default -> null;
            };
        }

        private int number(String name) {
            return ((Number) Objects.requireNonNull(detail.get(name))).intValue();
        }
    }

    void insert(HandOverAudit.Entry entry, Instant now) {
        jdbc.sql(INSERT)
                .param("org_id", entry.orgId())
                .param("actor_id", entry.actorId())
                .param("kind", entry.kind().name())
                .param("transfer_id", entry.transferId())
                .param("member_id", entry.memberId())
                .param("detail", json.writeValueAsString(entry.detail()))
                .param("now", Sql.at(now))
                .update();
    }

    List<Row> list(long orgId, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query((rs, n) -> new Row(
                        rs.getLong("id"),
                        Sql.longOrNull(rs, "actor_id"),
                        AuditKind.valueOf(rs.getString("kind")),
                        Sql.longOrNull(rs, "transfer_id"),
                        Sql.longOrNull(rs, "member_id"),
                        json.readValue(rs.getString("detail"), new TypeReference<Map<String, Object>>() {}),
                        Sql.instant(rs, "at"),
                        rs.getString("way"),
                        rs.getString("reason")))
                .list();
    }

    @Nullable
    HandOverSettings settings(Row row, String name) {
        Object found = row.detail().get(name);
        return found == null ? null : json.convertValue(found, HandOverSettings.class);
    }
}
