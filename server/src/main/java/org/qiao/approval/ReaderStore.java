package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may read which run, and how far he has read. */
@Repository
class ReaderStore {

    static final String ADD = """
            insert into approval_reader (org_id, approval_id, principal_id, applicant, asked, told, since)
            select :org_id, :approval_id, person, :why = 'APPLICANT', :why = 'ASKED', :why = 'TOLD', :now
            from unnest(:people::bigint[]) as person
            on conflict (org_id, principal_id, approval_id) do update
            set applicant = approval_reader.applicant or excluded.applicant,
                asked = approval_reader.asked or excluded.asked,
                told = approval_reader.told or excluded.told
            """;

    static final String FIND = """
            select principal_id, applicant, asked, told, read_version
            from approval_reader
            where org_id = :org_id and approval_id = :approval_id and principal_id = :principal_id
            """;

    static final String LIST = """
            select principal_id, applicant, asked, told, read_version
            from approval_reader
            where org_id = :org_id and approval_id = :approval_id
            order by principal_id
            limit :limit
            """;

    static final String READ = """
            update approval_reader
            set read_version = :version
            where org_id = :org_id and approval_id = :approval_id and principal_id = :principal_id
                and read_version < :version
            """;

    static final String COUNT = """
            select count(*)
            from approval_reader
            where org_id = :org_id and approval_id = :approval_id
            """;

    private static final RowMapper<Reader> ROW = (rs, n) -> new Reader(
            rs.getLong("principal_id"),
            rs.getBoolean("applicant"),
            rs.getBoolean("asked"),
            rs.getBoolean("told"),
            rs.getInt("read_version"));

    private final JdbcClient jdbc;

    ReaderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    enum Why {
        APPLICANT,
        ASKED,
        TOLD
    }

    record Reader(long principalId, boolean applicant, boolean asked, boolean told, int readVersion) {}

    void add(long orgId, long approvalId, Collection<Long> people, Why why, Instant now) {
        if (people.isEmpty()) {
            return;
        }
        jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("people", people.stream().distinct().sorted().toArray(Long[]::new))
                .param("why", why.name())
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Reader> find(Actor actor, long approvalId) {
        return jdbc.sql(FIND)
                .param("org_id", actor.orgId())
                .param("approval_id", approvalId)
                .param("principal_id", actor.principalId())
                .query(ROW)
                .optional();
    }

    List<Reader> list(long orgId, long approvalId, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    int count(long orgId, long approvalId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("approval_id", approvalId)
                .query(Integer.class)
                .single();
    }

    void read(Actor actor, long approvalId, int version) {
        jdbc.sql(READ)
                .param("org_id", actor.orgId())
                .param("approval_id", approvalId)
                .param("principal_id", actor.principalId())
                .param("version", version)
                .update();
    }
}
