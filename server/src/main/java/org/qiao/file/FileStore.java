package org.qiao.file;

import java.sql.ResultSet;
import java.sql.SQLException;
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
class FileStore {

    static final String FIND = """
            select u.id, u.org_id, u.sha256, u.name, b.size, b.type, b.width, b.height, b.thumbnail
            from file_upload u
            join file_blob b on b.org_id = u.org_id and b.sha256 = u.sha256
            where u.org_id = :org_id and u.id = :id
            """;

    static final String FIND_OWN = """
            select u.id, u.org_id, u.sha256, u.name, b.size, b.type, b.width, b.height, b.thumbnail
            from file_upload u
            join file_blob b on b.org_id = u.org_id and b.sha256 = u.sha256
            where u.org_id = :org_id and u.id = :id and u.owner_id = :owner_id
            """;

    static final String FIND_ALL = """
            select u.id, u.org_id, u.sha256, u.name, b.size, b.type, b.width, b.height, b.thumbnail
            from file_upload u
            join file_blob b on b.org_id = u.org_id and b.sha256 = u.sha256
            where u.org_id = :org_id and u.id = any(:ids) and (:owner_id::bigint is null or u.owner_id = :owner_id)
            """;

    static final String FIND_BLOB = """
            select size, type, width, height, thumbnail
            from file_blob
            where org_id = :org_id and sha256 = :sha256
            """;

    /** One statement, so it is whole or not there: the blob unless the company has it, the usage, the upload. */
    static final String ADD = """
            with blob as (
                insert into file_blob (org_id, sha256, size, type, width, height, thumbnail, created_at)
                values (:org_id, :sha256, :size, :type, :width, :height, :thumbnail, :now)
                on conflict (org_id, sha256) do nothing
            ), usage as (
                insert into file_usage (org_id, owner_id, bytes)
                values (:org_id, :owner_id, :size)
                on conflict (org_id, owner_id) do update set bytes = file_usage.bytes + excluded.bytes
            )
            insert into file_upload (org_id, owner_id, sha256, name, created_at)
            values (:org_id, :owner_id, :sha256, :name, :now)
            returning id
            """;

    static final String USAGE = """
            select coalesce(sum(bytes) filter (where owner_id = :owner_id), 0) as person, coalesce(sum(bytes), 0) as company
            from file_usage
            where org_id = :org_id
            """;

    static final String COUNT_SINCE = """
            select count(*)
            from file_upload
            where org_id = :org_id and owner_id = :owner_id and created_at > :since
            """;

    private static final RowMapper<StoredFile> ROW = (rs, n) -> new StoredFile(
            rs.getLong("id"), rs.getLong("org_id"), rs.getBytes("sha256"), rs.getString("name"), blob(rs));

    private final JdbcClient jdbc;

    FileStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Bytes uploaded so far. */
    record Usage(long person, long company) {}

    Optional<StoredFile> find(long orgId, long id) {
        return jdbc.sql(FIND).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<StoredFile> findOwn(Actor actor, long id) {
        return jdbc.sql(FIND_OWN)
                .param("org_id", actor.orgId())
                .param("id", id)
                .param("owner_id", actor.principalId())
                .query(ROW)
                .optional();
    }

    /** @param ownerId null: of anybody */
    List<StoredFile> findAll(long orgId, Collection<Long> ids, @Nullable Long ownerId) {
        return jdbc.sql(FIND_ALL)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("owner_id", ownerId, java.sql.Types.BIGINT)
                .query(ROW)
                .list();
    }

    Optional<Blob> findBlob(long orgId, byte[] sha256) {
        return jdbc.sql(FIND_BLOB)
                .param("org_id", orgId)
                .param("sha256", sha256)
                .query((rs, n) -> blob(rs))
                .optional();
    }

    FileView add(Actor owner, String name, byte[] sha256, Blob blob, Instant now) {
        long id = jdbc.sql(ADD)
                .param("org_id", owner.orgId())
                .param("owner_id", owner.principalId())
                .param("sha256", sha256)
                .param("name", name)
                .param("size", blob.size())
                .param("type", blob.type())
                .param("width", blob.width(), java.sql.Types.INTEGER)
                .param("height", blob.height(), java.sql.Types.INTEGER)
                .param("thumbnail", blob.thumbnail(), java.sql.Types.VARCHAR)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
        return new StoredFile(id, owner.orgId(), sha256, name, blob).view();
    }

    Usage usage(Actor owner) {
        return jdbc.sql(USAGE)
                .param("org_id", owner.orgId())
                .param("owner_id", owner.principalId())
                .query((rs, n) -> new Usage(rs.getLong("person"), rs.getLong("company")))
                .single();
    }

    int countSince(Actor owner, Instant since) {
        return jdbc.sql(COUNT_SINCE)
                .param("org_id", owner.orgId())
                .param("owner_id", owner.principalId())
                .param("since", Sql.at(since))
                .query(Integer.class)
                .single();
    }

    private static Blob blob(ResultSet rs) throws SQLException {
        return new Blob(
                rs.getLong("size"),
                rs.getString("type"),
                rs.getObject("width", Integer.class),
                rs.getObject("height", Integer.class),
                rs.getString("thumbnail"));
    }
}
