package org.qiao.masssend;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.masssend.RecipientStore.Quota;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How many mass messages each customer or group got: counted in the row itself, so that two senders at once never exceed the cap. */
@Repository
class QuotaStore {

    /** In the order of their ids, so that two never wait for each other. */
    static final String TAKE = """
            insert into masssend_quota as q (org_id, listener_id, to_group, kind, period, used)
            select :org_id, i.id, :to_group, :kind, :period, 1
            from unnest(:listeners::bigint[]) as i (id)
            where :most > 0
            order by i.id
            on conflict (org_id, listener_id, to_group, kind, period) do update set used = q.used + 1
                where q.used < :most
            returning q.listener_id
            """;

    static final String GIVE_BACK = """
            update masssend_quota q
            set used = q.used - i.many
            from (
                select u.id, u.period, count(*) as many
                from unnest(:listeners::bigint[], :periods::date[]) as u (id, period)
                group by u.id, u.period) i
            where q.org_id = :org_id and q.listener_id = i.id and q.to_group = :to_group and q.kind = :kind and q.period = i.period
            """;

    static final String FULL = """
            select count(*)
            from masssend_quota
            where org_id = :org_id and to_group = :to_group and kind = :kind and period = :period and used >= :most
                and listener_id in (select unnest(:listeners::bigint[]))
            """;

    /** Of all companies, by age. */
    static final String FORGET = """
            delete from masssend_quota
            where (org_id, listener_id, to_group, kind, period) in (
                select q.org_id, q.listener_id, q.to_group, q.kind, q.period
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
     * @param toGroups they count groups, not customers
     * @param most messages to one of them within the period
     */
    record Cap(long orgId, MassKind kind, boolean toGroups, LocalDate period, int most) {}

    /** One more for each of them who may have one. No id twice. */
    Set<Long> take(Cap cap, Collection<Long> listeners) {
        return of(TAKE, cap, listeners).query(Long.class).list().stream().collect(Collectors.toSet());
    }

    void giveBack(Mass mass, List<Quota> quotas) {
        jdbc.sql(GIVE_BACK)
                .param("org_id", mass.orgId())
                .param("to_group", mass.toGroups())
                .param("kind", mass.kind().name())
                .param("listeners", quotas.stream().map(Quota::listenerId).toArray(Long[]::new))
                .param(
                        "periods",
                        quotas.stream().map(quota -> quota.period().toString()).toArray(String[]::new))
                .update();
    }

    /** How many of them get no more. */
    int full(Cap cap, Collection<Long> listeners) {
        return cap.most() == 0
                ? listeners.size()
                : of(FULL, cap, listeners).query(Integer.class).single();
    }

    int forget(LocalDate before, int limit) {
        return jdbc.sql(FORGET).param("before", before).param("limit", limit).update();
    }

    private JdbcClient.StatementSpec of(String sql, Cap cap, Collection<Long> listeners) {
        return jdbc.sql(sql)
                .param("org_id", cap.orgId())
                .param("kind", cap.kind().name())
                .param("period", cap.period())
                .param("most", cap.most())
                .param("to_group", cap.toGroups())
                .param("listeners", listeners.toArray(Long[]::new));
    }
}
