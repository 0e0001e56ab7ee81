package org.qiao.followup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Person;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Notes and tasks of one person. */
@Repository
class FollowUpPersonStore {

    static final String NOTES = """
            select id, author_id, text, files, created_at
            from followup_note
            where org_id = :org_id and customer_id = any(:ids) and id > :after and deleted_at is null
            order by id
            limit :limit
            """;

    static final String TASKS = """
            select id, author_id, text, created_at, due_at, done_at
            from followup_task
            where org_id = :org_id and customer_id = any(:ids) and id > :after
            order by id
            limit :limit
            """;

    static final String DELETE_NOTES = """
            delete from followup_note
            where org_id = :org_id and customer_id = any(:ids) and id = any(:rows)
            """;

    static final String DELETE_REMOVED_NOTES = """
            delete from followup_note
            where org_id = :org_id and customer_id = any(:ids) and deleted_at is not null
            """;

    static final String DELETE_TASKS = """
            delete from followup_task
            where org_id = :org_id and customer_id = any(:ids) and id = any(:rows)
            """;

    private final JdbcClient jdbc;

    FollowUpPersonStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Note(long id, long authorId, String text, List<Long> files, Instant at) {}

    record Task(
            long id,
            long authorId,
            String text,
            Instant at,
            Instant dueAt,
            @Nullable Instant doneAt) {}

    List<Note> notes(Person person, long after, int limit) {
        return page(NOTES, person, after, limit)
                .query((rs, n) -> new Note(
                        rs.getLong("id"),
                        rs.getLong("author_id"),
                        rs.getString("text"),
                        List.of((Long[]) rs.getArray("files").getArray()),
                        Sql.instant(rs, "created_at")))
                .list();
    }

    List<Task> tasks(Person person, long after, int limit) {
        return page(TASKS, person, after, limit)
                .query((rs, n) -> new Task(
                        rs.getLong("id"),
                        rs.getLong("author_id"),
                        rs.getString("text"),
                        Sql.instant(rs, "created_at"),
                        Sql.instant(rs, "due_at"),
                        Sql.instantOrNull(rs, "done_at")))
                .list();
    }

    void deleteNotes(Person person, List<Long> rows) {
        of(DELETE_NOTES, person).param("rows", rows.toArray(Long[]::new)).update();
    }

    void deleteRemovedNotes(Person person) {
        of(DELETE_REMOVED_NOTES, person).update();
    }

    void deleteTasks(Person person, List<Long> rows) {
        of(DELETE_TASKS, person).param("rows", rows.toArray(Long[]::new)).update();
    }

    private JdbcClient.StatementSpec page(String sql, Person person, long after, int limit) {
        return of(sql, person).param("after", after).param("limit", limit);
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
