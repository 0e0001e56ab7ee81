package org.qiao.masssend;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Customers who want no mass messages. */
@Repository
class OptOutStore {

    static final String ADD = """
            insert into masssend_opt_out (org_id, customer_id, way, at, conversation_id, seq)
            values (:org_id, :customer_id, :way, :now, :conversation_id, :seq)
            on conflict (org_id, customer_id) do nothing
            """;

    static final String REMOVE = """
            delete from masssend_opt_out
            where org_id = :org_id and customer_id = :customer_id
            """;

    static final String FIND = """
            select way, at
            from masssend_opt_out
            where org_id = :org_id and customer_id = :customer_id
            """;

    static final String AMONG = """
            select customer_id
            from masssend_opt_out
            where org_id = :org_id and customer_id in (select unnest(:customers::bigint[]))
            """;

    static final String COUNT = """
            select count(*)
            from masssend_opt_out
            where org_id = :org_id and customer_id in (select unnest(:customers::bigint[]))
            """;

    /** Who was one of two contacts and wants none wants none as the kept one. */
    static final String INHERIT = """
            insert into masssend_opt_out (org_id, customer_id, way, at)
            select o.org_id, :kept, o.way, o.at
            from masssend_opt_out o
            where o.org_id = :org_id and o.customer_id = :gone
            on conflict (org_id, customer_id) do nothing
            """;

    /** Of all companies: org_id is the row's. */
    static final String UNCONFIRMED = """
            select org_id, customer_id, conversation_id, seq
            from masssend_opt_out
            where conversation_id is not null
            order by at
            limit :limit
            """;

    static final String CONFIRMED = """
            update masssend_opt_out
            set conversation_id = null, seq = null
            where org_id = :org_id and customer_id = :customer_id
            """;

    private final JdbcClient jdbc;

    OptOutStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** By what he said so. */
    enum OptOutWay {
        PAGE,
        KEYWORD
    }

    record OptOut(OptOutWay way, Instant at) {}

    /** @param seq what he wrote */
    record Said(long orgId, long customerId, long conversationId, long seq) {}

    /** @param said where it is to be confirmed; null: he sees it himself */
    boolean add(long orgId, long customerId, @Nullable Said said, Instant now) {
        return of(ADD, orgId, customerId)
                        .param("way", (said == null ? OptOutWay.PAGE : OptOutWay.KEYWORD).name())
                        .param("now", Sql.at(now))
                        .param("conversation_id", said == null ? null : said.conversationId())
                        .param("seq", said == null ? null : said.seq())
                        .update()
                == 1;
    }

    boolean remove(long orgId, long customerId) {
        return of(REMOVE, orgId, customerId).update() == 1;
    }

    Optional<OptOut> find(long orgId, long customerId) {
        return of(FIND, orgId, customerId)
                .query((rs, n) -> new OptOut(OptOutWay.valueOf(rs.getString("way")), Sql.instant(rs, "at")))
                .optional();
    }

    Set<Long> among(long orgId, Collection<Long> customers) {
        return some(AMONG, orgId, customers).query(Long.class).list().stream().collect(Collectors.toSet());
    }

    int count(long orgId, Collection<Long> customers) {
        return some(COUNT, orgId, customers).query(Integer.class).single();
    }

    void inherit(long orgId, long gone, long kept) {
        jdbc.sql(INHERIT)
                .param("org_id", orgId)
                .param("gone", gone)
                .param("kept", kept)
                .update();
    }

    List<Said> unconfirmed(int limit) {
        return jdbc.sql(UNCONFIRMED)
                .param("limit", limit)
                .query((rs, n) -> new Said(
                        rs.getLong("org_id"),
                        rs.getLong("customer_id"),
                        rs.getLong("conversation_id"),
                        rs.getLong("seq")))
                .list();
    }

    void confirmed(Said said) {
        of(CONFIRMED, said.orgId(), said.customerId()).update();
    }

    private JdbcClient.StatementSpec some(String sql, long orgId, Collection<Long> customers) {
        return jdbc.sql(sql).param("org_id", orgId).param("customers", customers.toArray(Long[]::new));
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long customerId) {
        return jdbc.sql(sql).param("org_id", orgId).param("customer_id", customerId);
    }
}
