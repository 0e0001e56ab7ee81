package org.qiao.customerprofile;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Telephone numbers and addresses that stand at more than one customer. */
@Repository
class DuplicateStore {

    static final String LIST = """
            with seen as (
                select l.customer_id, c.contact, false as verified
                from customerprofile_line l
                cross join lateral unnest(l.phones) as c (contact)
                where l.org_id = :org_id and (:members::bigint[] is null or l.member_id = any(:members::bigint[]))
                union all
                select p.customer_id, c.contact, true
                from customerprofile_person p
                cross join lateral unnest(p.proofs) as c (contact)
                where p.org_id = :org_id and exists (
                    select 1
                    from customerprofile_line l
                    where l.org_id = p.org_id and l.customer_id = p.customer_id
                        and (:members::bigint[] is null or l.member_id = any(:members::bigint[]))))
            , twice as (
                select contact
                from seen
                where contact > :after
                group by contact
                having count(distinct customer_id) > 1
                order by contact
                limit :limit)
            select s.contact, s.customer_id, p.name, bool_or(s.verified) as verified
            from seen s
            join twice t on t.contact = s.contact
            join customerprofile_person p on p.org_id = :org_id and p.customer_id = s.customer_id
            group by s.contact, s.customer_id, p.name
            order by s.contact, s.customer_id
            """;

    private final JdbcClient jdbc;

    DuplicateStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Same(String contact, long customerId, String name, boolean verified) {

        @Override
        public String toString() {
            return "Same " + customerId;
        }
    }

    /** @param members null: everybody's customers */
    List<Same> list(long orgId, @Nullable Collection<Long> members, String after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("members", members == null ? null : members.toArray(Long[]::new), java.sql.Types.ARRAY)
                .param("after", after)
                .param("limit", limit)
                .query((rs, n) -> new Same(
                        rs.getString("contact"),
                        rs.getLong("customer_id"),
                        rs.getString("name"),
                        rs.getBoolean("verified")))
                .list();
    }
}
