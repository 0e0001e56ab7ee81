package org.qiao.customergroup;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened on the days of groups. */
@Repository
class DayStore {

    static final String ADD = """
            insert into customergroup_day as d (org_id, group_id, day, came, gone, messages, customer_messages, active)
            values (:org_id, :group_id, :day, :came, :gone, :messages, :customer_messages, :active)
            on conflict (org_id, group_id, day) do update
                set came = d.came + excluded.came, gone = d.gone + excluded.gone, messages = d.messages + excluded.messages,
                    customer_messages = d.customer_messages + excluded.customer_messages, active = d.active + excluded.active
            """;

    static final String ACTIVE = """
            insert into customergroup_active (org_id, group_id, day, customer_id)
            select :org_id, :group_id, :day, i.id
            from unnest(:ids::bigint[]) as i (id)
            on conflict do nothing
            """;

    static final String LIST = """
            select day, sum(came) as came, sum(gone) as gone, sum(messages) as messages, sum(customer_messages) as customer_messages,
                sum(active) as active
            from customergroup_day
            where org_id = :org_id and day >= :from and (:everybody or group_id in (select unnest(:groups::bigint[])))
            group by day
            order by day desc
            """;

    /** Who wrote long ago is counted, and need not be told apart any more; of every company (org_id). */
    static final String FORGET_ACTIVE = """
            delete from customergroup_active
            where ctid in (
                select ctid
                from customergroup_active
                where day < :before -- every org_id
                limit 10000)
            """;

    private final JdbcClient jdbc;

    DayStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Counted(LocalDate day, int came, int gone, int messages, int customerMessages, int active) {

        static Counted moves(LocalDate day, int came, int gone) {
            return new Counted(day, came, gone, 0, 0, 0);
        }

        static Counted talk(LocalDate day, int messages, int customerMessages, int active) {
            return new Counted(day, 0, 0, messages, customerMessages, active);
        }
    }

    void add(CustomerGroup group, Counted counted) {
        jdbc.sql(ADD)
                .param("org_id", group.orgId())
                .param("group_id", group.id())
                .param("day", counted.day())
                .param("came", counted.came())
                .param("gone", counted.gone())
                .param("messages", counted.messages())
                .param("customer_messages", counted.customerMessages())
                .param("active", counted.active())
                .update();
    }

    /** How many of them had not written on that day before. */
    int active(CustomerGroup group, LocalDate day, Collection<Long> customers) {
        return jdbc.sql(ACTIVE)
                .param("org_id", group.orgId())
                .param("group_id", group.id())
                .param("day", day)
                .param("ids", customers.toArray(Long[]::new))
                .update();
    }

    /** Days on which something happened, the last first. @param groups null for all of the company */
    List<Counted> since(long orgId, @Nullable Collection<Long> groups, LocalDate from) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("everybody", groups == null)
                .param("groups", groups == null ? new Long[0] : groups.toArray(Long[]::new))
                .param("from", from)
                .query((rs, n) -> new Counted(
                        rs.getObject("day", LocalDate.class),
                        rs.getInt("came"),
                        rs.getInt("gone"),
                        rs.getInt("messages"),
                        rs.getInt("customer_messages"),
                        rs.getInt("active")))
                .list();
    }

    void forgetActive(LocalDate before) {
        jdbc.sql(FORGET_ACTIVE).param("before", before).update();
    }
}
