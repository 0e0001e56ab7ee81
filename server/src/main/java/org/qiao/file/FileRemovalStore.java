package org.qiao.file;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Takes uploads away, and contents that nobody names any more. */
@Repository
class FileRemovalStore {

    static final String CONTENT = """
            select sha256
            from file_upload
            where org_id = :org_id and id = :id
            """;

    /** What was used is given back to whoever had uploaded it. */
    static final String DELETE = """
            with gone as (
                delete from file_upload
                where org_id = :org_id and id = :id
                returning org_id, owner_id, sha256
            )
            update file_usage u
            set bytes = greatest(0, u.bytes - b.size)
            from gone g
            join file_blob b on b.org_id = g.org_id and b.sha256 = g.sha256
            where u.org_id = g.org_id and u.owner_id = g.owner_id
            """;

    static final String DELETE_CONTENT = """
            delete from file_blob b
            where b.org_id = :org_id and b.sha256 = :sha256 and not exists (
                select 1
                from file_upload u
                where u.org_id = b.org_id and u.sha256 = b.sha256)
            """;

    static final String OF_OWNERS = """
            select id
            from file_upload
            where org_id = :org_id and owner_id = any(:owners)
            order by owner_id, id
            limit :limit
            """;

    static final String NAMED = """
            select id
            from file_upload
            where org_id = :org_id and owner_id = :owner_id and name = :name
            """;

    static final String UPLOADED = """
            select id, created_at
            from file_upload
            where org_id = :org_id and id = any(:ids)
            """;

    private final JdbcClient jdbc;

    FileRemovalStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<byte[]> content(long orgId, long id) {
        return jdbc.sql(CONTENT)
                .param("org_id", orgId)
                .param("id", id)
                .query(byte[].class)
                .optional();
    }

    void delete(long orgId, long id) {
        jdbc.sql(DELETE).param("org_id", orgId).param("id", id).update();
    }

    /** True when the company holds the bytes no longer. */
    boolean deleteContent(long orgId, byte[] sha256) {
        return jdbc.sql(DELETE_CONTENT)
                        .param("org_id", orgId)
                        .param("sha256", sha256)
                        .update()
                == 1;
    }

    List<Long> ofOwners(long orgId, Collection<Long> owners, int limit) {
        return jdbc.sql(OF_OWNERS)
                .param("org_id", orgId)
                .param("owners", owners.toArray(Long[]::new))
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    List<Long> named(long orgId, long ownerId, String name) {
        return jdbc.sql(NAMED)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .param("name", name)
                .query(Long.class)
                .list();
    }

    Map<Long, Instant> uploaded(long orgId, Collection<Long> ids) {
        Map<Long, Instant> found = new HashMap<>();
        jdbc.sql(UPLOADED)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    found.put(rs.getLong("id"), Sql.instant(rs, "created_at"));
                });
        return found;
    }
}
