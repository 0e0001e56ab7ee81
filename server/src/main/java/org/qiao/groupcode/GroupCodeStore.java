package org.qiao.groupcode;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class GroupCodeStore {

    private static final String COLUMNS_PART = """
            id, org_id, code, owner_id, title, remark, state, auto_create, base_name, next_number, auto_most, tags, ends_at, full_at,
            deleted_at is not null as deleted, version, created_at
            """;

    /** The code says which company it is. */
    static final String FIND_CODE = "select " + COLUMNS_PART + """
            from groupcode
            where code = :code -- org_id: see above
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from groupcode
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from groupcode
            where org_id = :org_id and id = :id
            for update
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from groupcode
            where org_id = :org_id and deleted_at is null and id < :before
                and (:owner_id::bigint is null or owner_id = :owner_id::bigint)
                and (:group_id::bigint is null or id in (
                    select code_id
                    from groupcode_group
                    where org_id = :org_id and group_id = :group_id::bigint))
                and (:pattern::text is null or title ilike :pattern::text or remark ilike :pattern::text)
            order by id desc
            limit :limit
            """;

    static final String COUNT = """
            select count(*)
            from groupcode
            where org_id = :org_id and deleted_at is null
            """;

    static final String INSERT = """
            insert into groupcode (org_id, code, owner_id, title, remark, state, auto_create, base_name, next_number, auto_most, tags,
                ends_at, created_at, changed_at)
            values (:org_id, :code, :owner_id, :title, :remark, :state, :auto_create, :base_name, :next_number, :auto_most, :tags,
                :ends_at, :now, :now)
            returning id
            """;

    static final String UPDATE = """
            update groupcode
            set title = :title, remark = :remark, state = :state, auto_create = :auto_create, base_name = :base_name,
                next_number = :next_number, auto_most = :auto_most, tags = :tags, ends_at = :ends_at, full_at = null,
                version = version + 1, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update groupcode
            set deleted_at = :now
            where org_id = :org_id and id = :id and deleted_at is null
            """;

    static final String GROUPS = """
            select code_id, group_id, auto
            from groupcode_group
            where org_id = :org_id and code_id = any(:ids)
            order by code_id, place
            """;

    static final String DROP_GROUPS = """
            delete from groupcode_group
            where org_id = :org_id and code_id = :id
            """;

    static final String PUT_GROUPS = """
            insert into groupcode_group (org_id, code_id, place, group_id, auto)
            select :org_id, :id, i.place, i.group_id, i.auto
            from unnest(:groups::bigint[], :autos::boolean[]) with ordinality as i (group_id, auto, place)
            """;

    static final String APPEND = """
            insert into groupcode_group (org_id, code_id, place, group_id, auto)
            select :org_id, :id, coalesce(max(place), 0) + 1, :group_id, true
            from groupcode_group
            where org_id = :org_id and code_id = :id
            on conflict (org_id, code_id, group_id) do nothing
            """;

    static final String COUNT_ON = """
            update groupcode
            set next_number = next_number + 1, full_at = null
            where org_id = :org_id and id = :id and next_number = :number
            """;

    static final String SET_FULL = """
            update groupcode
            set full_at = :now
            where org_id = :org_id and id = :id and full_at is null
            """;

    static final String CLEAR_FULL = """
            update groupcode
            set full_at = null
            where org_id = :org_id and id = :id and full_at is not null
            """;

    private final JdbcClient jdbc;

    GroupCodeStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param auto the code opened it */
    record CodeGroup(long groupId, boolean auto) {}

    record Slice(
            @Nullable Long ownerId,
            @Nullable Long groupId,
            @Nullable String pattern,
            long before,
            int limit) {}

    Optional<GroupCode> findCode(String code) {
        return jdbc.sql(FIND_CODE)
                .param("code", code)
                .query(GroupCodeStore::row)
                .optional();
    }

    List<GroupCode> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(GroupCodeStore::row)
                .list();
    }

    Optional<GroupCode> lock(long orgId, long id) {
        return of(LOCK, orgId, id).query(GroupCodeStore::row).optional();
    }

    List<GroupCode> list(long orgId, Slice slice) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("owner_id", slice.ownerId())
                .param("group_id", slice.groupId())
                .param("pattern", slice.pattern())
                .param("before", slice.before())
                .param("limit", slice.limit())
                .query(GroupCodeStore::row)
                .list();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    record NewCode(long orgId, String code, long ownerId) {}

    long insert(NewCode fresh, GroupCode.Content content, @Nullable Instant endsAt, Instant now) {
        return content(jdbc.sql(INSERT), content)
                .param("org_id", fresh.orgId())
                .param("code", fresh.code())
                .param("owner_id", fresh.ownerId())
                .param("ends_at", Sql.atOrNull(endsAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void update(GroupCode before, GroupCode.Content content, @Nullable Instant endsAt, Instant now) {
        content(of(UPDATE, before.orgId(), before.id()), content)
                .param("ends_at", Sql.atOrNull(endsAt), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                .param("now", Sql.at(now))
                .update();
    }

    private static JdbcClient.StatementSpec content(JdbcClient.StatementSpec statement, GroupCode.Content content) {
        return statement
                .param("title", content.title())
                .param("remark", content.remark())
                .param("state", content.state())
                .param("auto_create", content.autoCreate())
                .param("base_name", content.baseName())
                .param("next_number", content.nextNumber())
                .param("auto_most", content.autoMost())
                .param("tags", content.tags().toArray(String[]::new));
    }

    void delete(long orgId, long id, Instant now) {
        of(DELETE, orgId, id).param("now", Sql.at(now)).update();
    }

    /** Keyed by code; in the order in which they fill. */
    Map<Long, List<CodeGroup>> groups(long orgId, Collection<Long> ids) {
        Map<Long, List<CodeGroup>> groups = new HashMap<>();
        jdbc.sql(GROUPS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    groups.computeIfAbsent(rs.getLong("code_id"), id -> new ArrayList<>())
                            .add(new CodeGroup(rs.getLong("group_id"), rs.getBoolean("auto")));
                });
        return groups;
    }

    void putGroups(long orgId, long id, List<CodeGroup> groups) {
        of(DROP_GROUPS, orgId, id).update();
        of(PUT_GROUPS, orgId, id)
                .param("groups", groups.stream().map(CodeGroup::groupId).toArray(Long[]::new))
                .param("autos", groups.stream().map(CodeGroup::auto).toArray(Boolean[]::new))
                .update();
    }

    /** One that the code has opened. */
    void append(GroupCode code, long groupId) {
        of(APPEND, code.orgId(), code.id()).param("group_id", groupId).update();
        of(COUNT_ON, code.orgId(), code.id())
                .param("number", code.content().nextNumber())
                .update();
    }

    /** @return false when it was known already */
    boolean setFull(GroupCode code, Instant now) {
        return of(SET_FULL, code.orgId(), code.id()).param("now", Sql.at(now)).update() == 1;
    }

    void clearFull(GroupCode code) {
        of(CLEAR_FULL, code.orgId(), code.id()).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }

    private static GroupCode row(ResultSet rs, int number) throws SQLException {
        return new GroupCode(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getString("code"),
                rs.getLong("owner_id"),
                new GroupCode.Content(
                        rs.getString("title"),
                        rs.getString("remark"),
                        rs.getString("state"),
                        rs.getBoolean("auto_create"),
                        rs.getString("base_name"),
                        rs.getInt("next_number"),
                        rs.getInt("auto_most"),
                        List.of((String[]) rs.getArray("tags").getArray())),
                Sql.instantOrNull(rs, "ends_at"),
                Sql.instantOrNull(rs, "full_at"),
                rs.getBoolean("deleted"),
                rs.getInt("version"),
                Sql.instant(rs, "created_at"));
    }
}
