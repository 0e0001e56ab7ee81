package org.qiao.masssend;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.masssend.RecipientStore.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many mass messages each customer got: counted in the row itself, so that two senders at once never exceed the cap. */
@Repository
class QuotaStore {

    /** In the order of the customers, so that two never wait for each other. */
    static final String TAKE = """
            insert into masssend_quota as q (org_id, customer_id, kind, period, used)
            select :org_id, i.customer_id, :kind, :period, 1
            from unnest(:customers::bigint[]) as i (customer_id)
            where :most > 0
            order by i.customer_id
            on conflict (org_id, customer_id, kind, period) do update set used = q.used + 1
                where q.used < :most
            returning q.customer_id
            """;

    static final String GIVE_BACK = """
            update masssend_quota q
            set used = q.used - i.many
            from (
                select u.customer_id, u.period, count(*) as many
                from unnest(:customers::bigint[], :periods::date[]) as u (customer_id, period)
                group by u.customer_id, u.period) i
            where q.org_id = :org_id and q.customer_id = i.customer_id and q.kind = :kind and q.period = i.period
            """;

    static final String FULL = """
            select count(*)
            from masssend_quota
            where org_id = :org_id and kind = :kind and period = :period and used >= :most
                and customer_id in (select unnest(:customers::bigint[]))
            """;

    /** Of all companies, by age. */
    static final String FORGET = """
            delete from masssend_quota
            where (org_id, customer_id, kind, period) in (
                select q.org_id, q.customer_id, q.kind, q.period
                from masssend_quota q
                where q.period < :before
                limit :limit)
            """;

    private final JdbcClient jdbc;

    QuotaStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The caps of a company.
     *
     * @param most messages to one customer within the period
     */
    record Cap(long orgId, MassKind kind, LocalDate period, int most) {}

    /** One more for each of them who may have one. No id twice. */
    Set<Long> take(Cap cap, Collection<Long> customers) {
        return of(TAKE, cap, customers).query(Long.class).list().stream().collect(Collectors.toSet());
    }

    void giveBack(long orgId, MassKind kind, List<Quota> quotas) {
        jdbc.sql(GIVE_BACK)
                .param("org_id", orgId)
                .param("kind", kind.name())
                .param("customers", quotas.stream().map(Quota::customerId).toArray(Long[]::new))
                .param("periods", quotas.stream().map(Quota::period).toArray(LocalDate[]::new))
                .update();
    }

    /** How many of them get no more. */
    int full(Cap cap, Collection<Long> customers) {
        return cap.most() == 0
                ? customers.size()
                : of(FULL, cap, customers).query(Integer.class).single();
    }

    int forget(LocalDate before, int limit) {
        return jdbc.sql(FORGET).param("before", before).param("limit", limit).update();
    }

    private JdbcClient.StatementSpec of(String sql, Cap cap, Collection<Long> customers) {
        return jdbc.sql(sql)
                .param("org_id", cap.orgId())
                .param("kind", cap.kind().name())
                .param("period", cap.period())
                .param("most", cap.most())
                .param("customers", customers.toArray(Long[]::new));
    }
}
