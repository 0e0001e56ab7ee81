package org.qiao.customerprofile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Keeps the lines of the lists; {@link LineListStore} reads them. */
@Repository
class LineStore {

    static final String KNOWN = """
            select relation_id, conversation_id
            from customerprofile_line
            where org_id = :org_id and relation_id = any(:ids)
            """;

    static final String SET = """
            insert into customerprofile_line (relation_id, org_id, customer_id, member_id, conversation_id, open, remark, company,
                search_text, phones, add_way, way_id, opened_at, active_at)
            values (:relation_id, :org_id, :customer_id, :member_id, :conversation_id, :open, :remark, :company, :search_text,
                :phones, :add_way, :way_id, :opened_at, :opened_at)
            on conflict (relation_id) do update
                set customer_id = excluded.customer_id, conversation_id = excluded.conversation_id, open = excluded.open,
                    remark = excluded.remark, company = excluded.company, search_text = excluded.search_text,
                    phones = excluded.phones
            """;

    /** The thread belongs to its newest relation. */
    static final String MOVED = """
            update customerprofile_line l
            set last_customer_at = greatest(l.last_customer_at, to_timestamp(m.customer_ms / 1000.0)),
                last_staff_at = greatest(l.last_staff_at, to_timestamp(m.staff_ms / 1000.0)),
                active_at = greatest(l.active_at, to_timestamp(m.customer_ms / 1000.0), to_timestamp(m.staff_ms / 1000.0))
            from unnest(:conversations::bigint[], :customer_ms::bigint[], :staff_ms::bigint[])
                as m (conversation_id, customer_ms, staff_ms)
            where l.org_id = :org_id and l.conversation_id = m.conversation_id and not exists (
                select 1
                from customerprofile_line n
                where n.org_id = :org_id and n.conversation_id = l.conversation_id and n.relation_id > l.relation_id)
            """;

    private final JdbcClient jdbc;

    LineStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What a line is called by and found by. */
    record Words(String searchText, List<String> phones) {}

    /**
     * A line that is there.
     *
     * @param conversationId null: the thread was not known yet
     */
    record Known(long relationId, @Nullable Long conversationId) {}

    /** When who wrote last in a thread. */
    record Moved(
            long conversationId,
            @Nullable Instant customerAt,
            @Nullable Instant staffAt) {}

    Map<Long, Known> known(long orgId, Collection<Long> ids) {
        return jdbc
                .sql(KNOWN)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, n) -> new Known(rs.getLong("relation_id"), Sql.longOrNull(rs, "conversation_id")))
                .list()
                .stream()
                .collect(Collectors.toMap(Known::relationId, known -> known));
    }

    void set(CustomerRelation relation, Words words) {
        jdbc.sql(SET)
                .param("relation_id", relation.id())
                .param("org_id", relation.orgId())
                .param("customer_id", relation.customerId())
                .param("member_id", relation.memberId())
                .param("conversation_id", relation.conversationId())
                .param("open", relation.isOpen())
                .param("remark", relation.remark().text())
                .param("company", relation.remark().company())
                .param("search_text", words.searchText())
                .param("phones", words.phones().toArray(String[]::new))
                .param("add_way", relation.addWay().name())
                .param("way_id", relation.wayId())
                .param("opened_at", Sql.at(relation.openedAt()))
                .update();
    }

    void moved(long orgId, List<Moved> moved) {
        jdbc.sql(MOVED)
                .param("org_id", orgId)
                .param(
                        "conversations",
                        moved.stream().map(Moved::conversationId).toArray(Long[]::new))
                .param("customer_ms", millis(moved, Moved::customerAt))
                .param("staff_ms", millis(moved, Moved::staffAt))
                .update();
    }

    private static @Nullable Long[] millis(List<Moved> moved, Function<Moved, @Nullable Instant> moment) {
        @Nullable Long[] all = new Long[moved.size()];
        for (int i = 0; i < all.length; i++) {
            Instant at = moment.apply(moved.get(i));
            all[i] = at == null ? null : at.toEpochMilli();
        }
        return all;
    }
}
