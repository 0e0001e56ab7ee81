package org.qiao.approval;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.form.Field;
import org.qiao.form.FormDiff.Change;
import org.qiao.form.FormSchema;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What came with decisions: signatures, files, changed values. */
@Repository
class MarkStore {

    private static final TypeReference<List<Change>> CHANGES = new TypeReference<>() {};

    static final String ADD_MARK = """
            insert into approval_mark (org_id, approval_id, task, signature_id, files)
            values (:org_id, :approval_id, :task, :signature_id::bigint, :files)
            """;

    static final String MARKS = """
            select task, signature_id, files
            from approval_mark
            where org_id = :org_id and approval_id = :approval_id
            """;

    static final String ADD_EDIT = """
            insert into approval_edit (org_id, approval_id, no, actor_id, changes, at)
            values (:org_id, :approval_id, :no, :actor_id, :changes::jsonb, :now)
            """;

    static final String EDITS = """
            select no, actor_id, changes
            from approval_edit
            where org_id = :org_id and approval_id = :approval_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    MarkStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    record Mark(@Nullable Long signatureId, List<Long> files) {

        Mark {
            files = List.copyOf(files);
        }

        boolean isEmpty() {
            return signatureId == null && files.isEmpty();
        }
    }

    record Edit(long actorId, List<Change> changes) {

        Edit {
            changes = List.copyOf(changes);
        }

        List<String> labels(FormSchema form) {
            return changes.stream()
                    .flatMap(change -> form.find(change.key()).stream())
                    .map(Field::label)
                    .toList();
        }
    }

    void mark(Approval run, int task, Mark mark) {
        jdbc.sql(ADD_MARK)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .param("task", task)
                .param("signature_id", mark.signatureId())
                .param("files", mark.files().toArray(Long[]::new))
                .update();
    }

    /** By task. */
    Map<Integer, Mark> marks(Approval run) {
        Map<Integer, Mark> marks = new HashMap<>();
        jdbc.sql(MARKS)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .query(rs -> {
                    List<Long> files =
                            Arrays.asList((Long[]) rs.getArray("files").getArray());
                    marks.put(rs.getInt("task"), new Mark(Sql.longOrNull(rs, "signature_id"), files));
                });
        return marks;
    }

    void edit(Actor actor, Approval run, int no, List<Change> changes, Instant now) {
        jdbc.sql(ADD_EDIT)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .param("no", no)
                .param("actor_id", actor.principalId())
                .param("changes", json.writeValueAsString(changes))
                .param("now", Sql.at(now))
                .update();
    }

    /** By the number of the event they came with. */
    Map<Integer, Edit> edits(Approval run) {
        Map<Integer, Edit> edits = new HashMap<>();
        jdbc.sql(EDITS)
                .param("org_id", run.orgId())
                .param("approval_id", run.id())
                .query(rs -> {
                    edits.put(
                            rs.getInt("no"),
                            new Edit(rs.getLong("actor_id"), json.readValue(rs.getString("changes"), CHANGES)));
                });
        return edits;
    }
}
