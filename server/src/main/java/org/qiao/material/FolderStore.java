package org.qiao.material;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class FolderStore {

    static final String LIST = """
            select f.id, f.owner_id, f.name, count(m.id) as materials
            from material_folder f
            left join material m on m.org_id = f.org_id and m.folder_id = f.id and m.deleted_at is null
            where f.org_id = :org_id and (f.owner_id is null or f.owner_id = :reader)
            group by f.id
            order by f.owner_id nulls first, f.name, f.id
            """;

    static final String LOCK = """
            select id, owner_id, name, 0 as materials
            from material_folder
            where org_id = :org_id and id = :id and (owner_id is null or owner_id = :reader)
            for update
            """;

    static final String COUNT = """
            select count(*)
            from material_folder
            where org_id = :org_id and owner_id is not distinct from :owner_id::bigint
            """;

    static final String INSERT = """
            insert into material_folder (org_id, owner_id, name, created_at)
            values (:org_id, :owner_id, :name, :now)
            returning id
            """;

    static final String RENAME = """
            update material_folder
            set name = :name
            where org_id = :org_id and id = :id
            """;

    static final String IN_USE = """
            select exists (select 1 from material where org_id = :org_id and folder_id = :id)
            """;

    static final String DELETE = """
            delete from material_folder
            where org_id = :org_id and id = :id
            """;

    private static final RowMapper<Folder> ROW = (rs, n) ->
            new Folder(rs.getLong("id"), Sql.longOrNull(rs, "owner_id"), rs.getString("name"), rs.getInt("materials"));

    private final JdbcClient jdbc;

    FolderStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param ownerId null: the company's */
    record Folder(long id, @Nullable Long ownerId, String name, int materials) {}

    List<Folder> list(long orgId, long readerId) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("reader", readerId)
                .query(ROW)
                .list();
    }

    /** Nothing can be put into it or taken away while it is held. */
    Optional<Folder> lock(long orgId, long readerId, long id) {
        return one(LOCK, orgId, id).param("reader", readerId).query(ROW).optional();
    }

    long count(long orgId, @Nullable Long ownerId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .query(Long.class)
                .single();
    }

    long insert(long orgId, @Nullable Long ownerId, String name, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .param("name", name)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void rename(long orgId, long id, String name) {
        one(RENAME, orgId, id).param("name", name).update();
    }

    boolean isInUse(long orgId, long id) {
        return one(IN_USE, orgId, id).query(Boolean.class).single();
    }

    void delete(long orgId, long id) {
        one(DELETE, orgId, id).update();
    }

    private JdbcClient.StatementSpec one(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
