package org.qiao.followup;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class NoteStore {

    static final String ADD = """
            insert into followup_note (org_id, customer_id, author_id, text, files, created_at)
            values (:org_id, :customer_id, :author_id, :text, :files, :now)
            returning id
            """;

    static final String FIND = """
            select id, customer_id, author_id, text, files, created_at, edited_at
            from followup_note
            where org_id = :org_id and id = any(:ids) and deleted_at is null
            """;

    static final String CHANGE = """
            update followup_note
            set text = :text, files = :files, edited_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update followup_note
            set text = '', files = '{}', deleted_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            select count(*)
            from followup_note
            where org_id = :org_id and customer_id = :customer_id
            """;

    private static final RowMapper<Note> ROW = (rs, n) -> new Note(
            rs.getLong("id"),
            rs.getLong("customer_id"),
            rs.getLong("author_id"),
            rs.getString("text"),
            List.of((Long[]) rs.getArray("files").getArray()),
            Sql.instant(rs, "created_at"),
            Sql.instantOrNull(rs, "edited_at"));

    private final JdbcClient jdbc;

    NoteStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Note(
            long id,
            long customerId,
            long authorId,
            String text,
            List<Long> files,
            Instant createdAt,
            @Nullable Instant editedAt) {

        @Override
        public String toString() {
            return "Note " + id;
        }
    }

    long add(Actor actor, long customerId, FollowUpViews.CustomerNoteRequest note, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", actor.orgId())
                .param("customer_id", customerId)
                .param("author_id", actor.principalId())
                .param("text", note.text())
                .param("files", note.files().toArray(Long[]::new))
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<Note> find(long orgId, long id) {
        return findAll(orgId, List.of(id)).stream().findFirst();
    }

    List<Note> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    void change(long orgId, long id, FollowUpViews.CustomerNoteRequest note, Instant now) {
        jdbc.sql(CHANGE)
                .param("org_id", orgId)
                .param("id", id)
                .param("text", note.text())
                .param("files", note.files().toArray(Long[]::new))
                .param("now", Sql.at(now))
                .update();
    }

    void delete(long orgId, long id, Instant now) {
        jdbc.sql(DELETE)
                .param("org_id", orgId)
                .param("id", id)
                .param("now", Sql.at(now))
                .update();
    }

    long count(long orgId, long customerId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .query(Long.class)
                .single();
    }
}
