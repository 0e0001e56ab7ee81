package org.qiao.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerHandedOver;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class TaskStore {

    static final String ADD = """
            insert into followup_task (org_id, customer_id, author_id, assignee_id, text, due_at, created_at)
            values (:org_id, :customer_id, :author_id, :assignee_id, :text, :due_at, :now)
            returning id
            """;

    static final String FIND = """
            select id, customer_id, author_id, assignee_id, text, due_at, done_at
            from followup_task
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = """
            select id, customer_id, author_id, assignee_id, text, due_at, done_at
            from followup_task
            where org_id = :org_id and id = :id
            for update
            """;

    static final String OF_CUSTOMERS = """
            select id, customer_id, author_id, assignee_id, text, due_at, done_at
            from followup_task
            where org_id = :org_id and customer_id = any(:customers)
            order by done_at is not null, id desc
            limit :limit
            """;

    static final String OPEN = """
            select id, customer_id, author_id, assignee_id, text, due_at, done_at
            from followup_task
            where org_id = :org_id and assignee_id = :assignee_id and done_at is null
            order by due_at, id
            limit :limit
            """;

    static final String COUNT_OPEN = """
            select count(*)
            from followup_task
            where org_id = :org_id and assignee_id = :assignee_id and done_at is null
            """;

    static final String CHANGE = """
            update followup_task
            set text = :text, due_at = :due_at, assignee_id = :assignee_id
            where org_id = :org_id and id = :id
            """;

    static final String SET_DONE = """
            update followup_task
            set done_at = :done_at
            where org_id = :org_id and id = :id
            """;

    static final String HAND_OVER = """
            update followup_task
            set assignee_id = :to, hand_over_id = :hand_over_id
            where org_id = :org_id and customer_id = any(:customers) and assignee_id = :from and done_at is null
            returning id, customer_id, author_id, assignee_id, text, due_at, done_at
            """;

    static final String HAND_BACK = """
            update followup_task
            set assignee_id = :from, hand_over_id = null
            where org_id = :org_id and hand_over_id = :hand_over_id and assignee_id = :to and done_at is null
            returning id, customer_id, author_id, assignee_id, text, due_at, done_at
            """;

    static final String DELETE = """
            delete from followup_task
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<Task> ROW = (rs, n) -> new Task(
            rs.getLong("id"),
            rs.getLong("customer_id"),
            rs.getLong("author_id"),
            rs.getLong("assignee_id"),
            rs.getString("text"),
            Sql.instant(rs, "due_at"),
            Sql.instantOrNull(rs, "done_at"));

    private final JdbcClient jdbc;

    TaskStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Task(
            long id,
            long customerId,
            long authorId,
            long assigneeId,
            String text,
            Instant dueAt,
            @Nullable Instant doneAt) {

        @Override
        public String toString() {
            return "Task " + id;
        }
    }

    long add(Actor actor, Task task, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("customer_id", task.customerId())
                .param("author_id", actor.principalId())
                .param("assignee_id", task.assigneeId())
                .param("text", task.text())
                .param("due_at", Sql.at(task.dueAt()))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    /** Open ones of the customer go from one employee to the other; those that went. */
    List<Task> handOver(CustomerHandedOver event, Collection<Long> customers) {
        return moved(HAND_OVER, event)
                .param("customers", customers.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /** Those that came with this hand-over and are still open go back. */
    List<Task> handBack(CustomerHandedOver event) {
        return moved(HAND_BACK, event).query(ROW).list();
    }

    private JdbcClient.StatementSpec moved(String sql, CustomerHandedOver event) {
        return jdbc.sql(sql)
                .param("org_id", event.orgId())
                .param("hand_over_id", event.handOverId())
                .param("from", event.fromId())
                .param("to", event.toId());
    }

    List<Task> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<Task> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    /** Open ones first, then the newest. */
    List<Task> ofCustomers(long orgId, Collection<Long> customers, int limit) {
        return jdbc.sql(OF_CUSTOMERS)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** What is due first comes first. */
    List<Task> open(Actor actor, int limit) {
        return jdbc.sql(OPEN)
                .param("org_id", actor.orgId())
                .param("assignee_id", actor.principalId())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    long countOpen(long orgId, long assigneeId) {
        return jdbc.sql(COUNT_OPEN)
                .param("org_id", orgId)
                .param("assignee_id", assigneeId)
                .query(Long.class)
                .single();
    }

    void change(long orgId, Task task) {
        jdbc.sql(CHANGE)
                .param("org_id", orgId)
                .param("id", task.id())
                .param("text", task.text())
                .param("due_at", Sql.at(task.dueAt()))
                .param("assignee_id", task.assigneeId())
                .update();
    }

    void setDone(long orgId, long id, @Nullable Instant at) {
        jdbc.sql(SET_DONE)
                .param("org_id", orgId)
                .param("id", id)
                .param("done_at", Sql.atOrNull(at))
                .update();
    }

    void delete(long orgId, long id) {
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }
}
