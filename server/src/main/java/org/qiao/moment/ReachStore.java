package org.qiao.moment;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How often customers were shown company moments, and whom a post passes by because of that. */
@Repository
class ReachStore {

    /** Posts of company moments are counted one after the other in a company, so that no two wait for each other's rows. */
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('moment_reach', :org_id))
            """;

    /** Who is shown the moment by somebody already is left out. */
    static final String REACH = """
            insert into moment_reach (org_id, customer_id, moment_id, post_id)
            select :org_id, c, :moment_id, :post_id
            from unnest(:customers::bigint[]) as c
            on conflict (org_id, customer_id, moment_id) do nothing
            returning customer_id
            """;

    /** Who has had as many in the month as may be is left out. */
    static final String COUNT = """
            insert into moment_month as m (org_id, customer_id, month, shown)
            select :org_id, c, :month, 1
            from unnest(:customers::bigint[]) as c
            where :most > 0
            on conflict (org_id, customer_id, month) do update set shown = m.shown + 1
                where m.shown < :most
            returning customer_id
            """;

    static final String UNREACH = """
            delete from moment_reach
            where org_id = :org_id and post_id = :post_id and moment_id = :moment_id and customer_id = any(:customers)
            """;

    static final String SKIP = """
            insert into moment_skip (org_id, post_id, customer_id)
            select :org_id, :post_id, c
            from unnest(:customers::bigint[]) as c
            on conflict (org_id, post_id, customer_id) do nothing
            """;

    private final JdbcClient jdbc;

    ReachStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void lock(long orgId) {
        jdbc.sql(LOCK).param("org_id", orgId).query((rs, n) -> n).list();
    }

    Set<Long> reach(MomentPost post, Collection<Long> customers) {
        return Set.copyOf(of(REACH, post, customers).query(Long.class).list());
    }

    Set<Long> count(long orgId, LocalDate month, int most, Collection<Long> customers) {
        return Set.copyOf(jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("month", month)
                .param("most", most)
                .param("customers", customers.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    void unreach(MomentPost post, Collection<Long> customers) {
        of(UNREACH, post, customers).update();
    }

    void skip(MomentPost post, List<Long> customers) {
        jdbc.sql(SKIP)
                .param("org_id", post.orgId())
                .param("post_id", post.id())
                .param("customers", customers.toArray(Long[]::new))
                .update();
    }

    private JdbcClient.StatementSpec of(String sql, MomentPost post, Collection<Long> customers) {
        return jdbc.sql(sql)
                .param("org_id", post.orgId())
                .param("moment_id", post.momentId())
                .param("post_id", post.id())
                .param("customers", customers.toArray(Long[]::new));
    }
}
