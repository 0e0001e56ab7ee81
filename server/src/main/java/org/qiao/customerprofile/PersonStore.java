package org.qiao.customerprofile;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.form.FormValues;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The company's view of a person: stage, attributes, and what lists need to know of him. */
@Repository
class PersonStore {

    static final String ADD = """
            insert into customerprofile_person (org_id, customer_id)
            values (:org_id, :customer_id)
            on conflict (org_id, customer_id) do nothing
            """;

    static final String FIND = """
            select customer_id, stage, lost_reason, stage_at, attributes, version
            from customerprofile_person
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String LOCK = """
            select customer_id, stage, lost_reason, stage_at, attributes, version
            from customerprofile_person
            where org_id = :org_id and customer_id = :customer_id
            for update
            """;

    static final String SET_KNOWN = """
            update customerprofile_person
            set name = :name, level = :level, blocked = :blocked, proofs = :proofs
            where org_id = :org_id and customer_id = :customer_id
            """;

    static final String SET_STAGE = """
            update customerprofile_person
            set stage = :stage, lost_reason = :reason, stage_at = :now, version = version + 1
            where org_id = :org_id and customer_id = :customer_id
            """;

    static final String SET_ATTRIBUTES = """
            update customerprofile_person
            set attributes = :attributes::jsonb, version = version + 1
            where org_id = :org_id and customer_id = :customer_id
            """;

    static final String STAGES = """
            select distinct stage
            from customerprofile_person
            where org_id = :org_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final RowMapper<Person> row;

    PersonStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
        this.row = (rs, n) -> new Person(
                rs.getLong("customer_id"),
                rs.getString("stage"),
                rs.getString("lost_reason"),
                Sql.instantOrNull(rs, "stage_at"),
                FormValues.of(json.readTree(rs.getString("attributes"))),
                rs.getInt("version"));
    }

    record Person(
            long customerId,
            String stage,
            String lostReason,
            @Nullable Instant stageAt,
            FormValues attributes,
            int version) {}

    /** What module customer knows of him. */
    record Known(String name, String level, boolean blocked, List<String> proofs) {}

    /** As the row is, made when there is none. */
    Person lock(long orgId, long customerId) {
        jdbc.sql(ADD).param("org_id", orgId).param("customer_id", customerId).update();
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .query(row)
                .single();
    }

    Optional<Person> find(long orgId, long customerId) {
        return findAll(orgId, List.of(customerId)).stream().findFirst();
    }

    List<Person> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(row)
                .list();
    }

    /** Of a locked row. */
    void setKnown(long orgId, long customerId, Known known) {
        jdbc.sql(SET_KNOWN)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("name", known.name())
                .param("level", known.level())
                .param("blocked", known.blocked())
                .param("proofs", known.proofs().toArray(String[]::new))
                .update();
    }

    void setStage(long orgId, long customerId, String stage, String reason, Instant now) {
        jdbc.sql(SET_STAGE)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("stage", stage)
                .param("reason", reason)
                .param("now", Sql.at(now))
                .update();
    }

    void setAttributes(long orgId, long customerId, FormValues values) {
        jdbc.sql(SET_ATTRIBUTES)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("attributes", json.writeValueAsString(values.json()))
                .update();
    }

    List<String> stagesInUse(long orgId) {
        return jdbc.sql(STAGES).param("org_id", orgId).query(String.class).list();
    }
}
