package org.qiao.material;

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
class MaterialStore {

    private static final String COLUMNS_PART = """
            select id, org_id, owner_id, folder_id, kind, title, text, url, file_id, uses, opens, version, changed_at
            from material
            """;

    private static final String NARROWED_PART = """
                and org_id = :org_id and deleted_at is null and not loose and id < :before
                and (:folder_id::bigint is null or folder_id = :folder_id)
                and (:kind::text is null or kind = :kind)
                and (:pattern::text is null or search_text like :pattern)
            order by id desc
            limit :limit
            """;

    /** In two statements, because an index knows nothing of "is not distinct from". */
    static final String LIST_COMPANY = COLUMNS_PART + "where owner_id is null\n" + NARROWED_PART;

    static final String LIST_OWN = COLUMNS_PART + "where owner_id = :owner_id\n" + NARROWED_PART;

    static final String FIND = COLUMNS_PART + """
            where org_id = :org_id and id in (select unnest(:ids::bigint[])) and deleted_at is null
            """;

    static final String LOCK = COLUMNS_PART + """
            where org_id = :org_id and id = :id and deleted_at is null and not loose
            for update
            """;

    static final String INSERT = """
            insert into material (org_id, owner_id, folder_id, kind, title, text, url, file_id, search_text, changed_by, created_at,
                changed_at, loose)
            values (:org_id, :owner_id, :folder_id, :kind, :title, :text, :url, :file_id, :search_text, :changed_by, :now, :now, :loose)
            returning id
            """;

    static final String UPDATE = """
            update material
            set folder_id = :folder_id, title = :title, text = :text, url = :url, file_id = :file_id, search_text = :search_text,
                changed_by = :changed_by, changed_at = :now, version = version + 1
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update material
            set deleted_at = :now, folder_id = null
            where org_id = :org_id and id = :id
            """;

    static final String COUNT = """
            select count(*)
            from material
            where org_id = :org_id and owner_id is not distinct from :owner_id::bigint and deleted_at is null and not loose
            """;

    static final String USED = """
            update material
            set uses = uses + 1
            where org_id = :org_id and id = :id
            """;

    static final String OPENED = """
            update material
            set opens = opens + 1
            where org_id = :org_id and id = :id
            """;

    /** With those that were taken away: what was sent keeps its name. */
    static final String NAMED = COLUMNS_PART + """
            where org_id = :org_id and id in (select unnest(:ids::bigint[]))
            """;

    private static final RowMapper<Material> ROW = (rs, n) -> new Material(
            rs.getLong("id"),
            rs.getLong("org_id"),
            Sql.longOrNull(rs, "owner_id"),
            new Material.Content(
                    MaterialKind.valueOf(rs.getString("kind")),
                    Sql.longOrNull(rs, "folder_id"),
                    rs.getString("title"),
                    rs.getString("text"),
                    rs.getString("url"),
                    Sql.longOrNull(rs, "file_id")),
            new Material.Numbers(rs.getInt("uses"), rs.getInt("opens")),
            rs.getInt("version"),
            Sql.instant(rs, "changed_at"));

    private final JdbcClient jdbc;

    MaterialStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What a list asks for.
     *
     * @param ownerId null: the company's
     * @param pattern in lower case
     */
    record Wanted(
            @Nullable Long ownerId,
            @Nullable Long folderId,
            @Nullable MaterialKind kind,
            @Nullable String pattern) {}

    List<Material> list(long orgId, Wanted wanted, long before, int limit) {
        JdbcClient.StatementSpec list = wanted.ownerId() == null
                ? jdbc.sql(LIST_COMPANY)
                : jdbc.sql(LIST_OWN).param("owner_id", wanted.ownerId());
        return list.param("org_id", orgId)
                .param("folder_id", wanted.folderId())
                .param("kind", wanted.kind() == null ? null : wanted.kind().name())
                .param("pattern", wanted.pattern())
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<Material> find(long orgId, long id) {
        return all(FIND, orgId, List.of(id)).stream().findFirst();
    }

    List<Material> findAll(long orgId, Collection<Long> ids) {
        return all(FIND, orgId, ids);
    }

    List<Material> named(long orgId, Collection<Long> ids) {
        return all(NAMED, orgId, ids);
    }

    private List<Material> all(String sql, long orgId, Collection<Long> ids) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<Material> lock(long orgId, long id) {
        return one(LOCK, orgId, id).query(ROW).optional();
    }

    long insert(Actor actor, @Nullable Long ownerId, Material.Content content, Instant now) {
        return insert(actor, ownerId, content, false, now);
    }

    /** For what stands in a welcome or a mass message and in no library. */
    long insertLoose(Actor actor, Material.Content content, Instant now) {
        return insert(actor, null, content, true, now);
    }

    private long insert(Actor actor, @Nullable Long ownerId, Material.Content content, boolean loose, Instant now) {
        return written(INSERT, actor, content, now)
                .param("owner_id", ownerId)
                .param("kind", content.kind().name())
                .param("loose", loose)
                .query(Long.class)
                .single();
    }

    void update(Actor actor, long id, Material.Content content, Instant now) {
        written(UPDATE, actor, content, now).param("id", id).update();
    }

    private JdbcClient.StatementSpec written(String sql, Actor actor, Material.Content content, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", actor.orgId())
                .param("changed_by", actor.principalId())
                .param("folder_id", content.folderId())
                .param("title", content.title())
                .param("text", content.text())
                .param("url", content.url())
                .param("file_id", content.fileId())
                .param("search_text", content.searchText())
                .param("now", Sql.at(now));
    }

    void delete(long orgId, long id, Instant now) {
        one(DELETE, orgId, id).param("now", Sql.at(now)).update();
    }

    long count(long orgId, @Nullable Long ownerId) {
        return jdbc.sql(COUNT)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .query(Long.class)
                .single();
    }

    void used(long orgId, long id) {
        one(USED, orgId, id).update();
    }

    void opened(long orgId, long id) {
        one(OPENED, orgId, id).update();
    }

    private JdbcClient.StatementSpec one(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }
}
