package org.qiao.customerprofile;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tags and their groups. */
@Repository
class TagStore {

    static final String GROUPS = """
            select id, name
            from customerprofile_tag_group
            where org_id = :org_id
            order by position, id
            """;

    static final String TAGS = """
            select id, group_id, owner_id, name
            from customerprofile_tag
            where org_id = :org_id and (owner_id is null or owner_id = :owner_id)
            order by position, id
            """;

    static final String FIND = """
            select id, group_id, owner_id, name
            from customerprofile_tag
            where org_id = :org_id and id = any(:ids) and (owner_id is null or owner_id = :owner_id::bigint)
            """;

    /** Whoever changes company tags waits here for whoever does it now. */
    static final String LOCK = """
            select pg_advisory_xact_lock(hashtextextended('customerprofile_tag', :org_id))
            """;

    static final String COUNT = """
            select count(*)
            from customerprofile_tag
            where org_id = :org_id and owner_id is null
            """;

    static final String COUNT_OWN = """
            select count(*)
            from customerprofile_tag
            where org_id = :org_id and owner_id = :owner_id
            """;

    static final String ADD_GROUP = """
            insert into customerprofile_tag_group (org_id, name, position, created_at)
            values (:org_id, :name, (
                select coalesce(max(position), 0) + 1
                from customerprofile_tag_group
                where org_id = :org_id), :now)
            returning id
            """;

    static final String FIND_GROUP = """
            select id, name
            from customerprofile_tag_group
            where org_id = :org_id and id = :id
            """;

    static final String GROUP_NAMED = """
            select id
            from customerprofile_tag_group
            where org_id = :org_id and lower(name) = lower(:name)
            """;

    static final String RENAME_GROUP = """
            update customerprofile_tag_group
            set name = :name
            where org_id = :org_id and id = :id
            """;

    static final String ORDER_GROUPS = """
            update customerprofile_tag_group g
            set position = o.place
            from unnest(:ids::bigint[]) with ordinality as o (id, place)
            where g.org_id = :org_id and g.id = o.id
            """;

    static final String DELETE_GROUP = """
            delete from customerprofile_tag_group
            where org_id = :org_id and id = :id
            """;

    static final String ADD = """
            insert into customerprofile_tag (org_id, group_id, owner_id, name, position, created_at)
            values (:org_id, :group_id, :owner_id, :name, :position, :now)
            returning id
            """;

    static final String CHANGE = """
            update customerprofile_tag
            set name = :name, position = :position
            where org_id = :org_id and id = :id
            """;

    static final String RETAIN = """
            delete from customerprofile_tag
            where org_id = :org_id and group_id = :group_id and not (id = any(:kept))
            """;

    static final String DELETE_OWN = """
            delete from customerprofile_tag
            where org_id = :org_id and id = :id and owner_id = :owner_id
            """;

    static final String OWN_NAMED = """
            select id
            from customerprofile_tag
            where org_id = :org_id and owner_id = :owner_id and name_key = lower(:name)
            """;

    /** Of two groups with the same name in them, the tag of the first group. */
    static final String NAMED = """
            select distinct on (t.name_key) t.name_key, t.id
            from customerprofile_tag t
            join customerprofile_tag_group g on g.org_id = t.org_id and g.id = t.group_id
            where t.org_id = :org_id
                and t.name_key in (
                    select lower(n)
                    from unnest(:names::text[]) as n)
            order by t.name_key, g.position, g.id
            """;

    private static final RowMapper<Group> GROUP = (rs, n) -> new Group(rs.getLong("id"), rs.getString("name"));

    private static final RowMapper<Tag> TAG = (rs, n) -> new Tag(
            rs.getLong("id"), Sql.longOrNull(rs, "group_id"), Sql.longOrNull(rs, "owner_id"), rs.getString("name"));

    private final JdbcClient jdbc;

    TagStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Group(long id, String name) {}

    /** @param groupId null for a personal one */
    record Tag(long id, @Nullable Long groupId, @Nullable Long ownerId, String name) {}

    List<Group> groups(long orgId) {
        return jdbc.sql(GROUPS).param("org_id", orgId).query(GROUP).list();
    }

    List<Tag> tags(Actor actor) {
        return jdbc.sql(TAGS)
                .param("org_id", actor.orgId())
                .param("owner_id", actor.principalId())
                .query(TAG)
                .list();
    }

    /** Company tags, and the actor's own. */
    List<Tag> find(Actor actor, Collection<Long> ids) {
        return find(actor.orgId(), actor.principalId(), ids);
    }

    /** @param owner whose own ones count, too; null: a rule's, which has none */
    List<Tag> find(long orgId, @Nullable Long owner, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("owner_id", owner)
                .param("ids", ids.toArray(Long[]::new))
                .query(TAG)
                .list();
    }

    void lock(long orgId) {
        jdbc.sql(LOCK).param("org_id", orgId).query((rs, n) -> 1).list();
    }

    long count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Long.class).single();
    }

    long countOwn(Actor actor) {
        return jdbc.sql(COUNT_OWN)
                .param("org_id", actor.orgId())
                .param("owner_id", actor.principalId())
                .query(Long.class)
                .single();
    }

    long addGroup(long orgId, String name, Instant now) {
        return jdbc.sql(ADD_GROUP)
                .param("org_id", orgId)
                .param("name", name)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    Optional<Group> group(long orgId, long id) {
        return jdbc.sql(FIND_GROUP)
                .param("org_id", orgId)
                .param("id", id)
                .query(GROUP)
                .optional();
    }

    Optional<Long> groupNamed(long orgId, String name) {
        return jdbc.sql(GROUP_NAMED)
                .param("org_id", orgId)
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    void renameGroup(long orgId, long id, String name) {
        jdbc.sql(RENAME_GROUP)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", name)
                .update();
    }

    void orderGroups(long orgId, List<Long> ids) {
        jdbc.sql(ORDER_GROUPS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    boolean deleteGroup(long orgId, long id) {
        return jdbc.sql(DELETE_GROUP).param("org_id", orgId).param("id", id).update() == 1;
    }

    long add(long orgId, Tag tag, int position, Instant now) {
        return jdbc.sql(ADD)
                .param("org_id", orgId)
                .param("group_id", tag.groupId())
                .param("owner_id", tag.ownerId())
                .param("name", tag.name())
                .param("position", position)
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void change(long orgId, long id, String name, int position) {
        jdbc.sql(CHANGE)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", name)
                .param("position", position)
                .update();
    }

    void retain(long orgId, long groupId, Collection<Long> kept) {
        jdbc.sql(RETAIN)
                .param("org_id", orgId)
                .param("group_id", groupId)
                .param("kept", kept.toArray(Long[]::new))
                .update();
    }

    boolean deleteOwn(Actor actor, long id) {
        return jdbc.sql(DELETE_OWN)
                        .param("org_id", actor.orgId())
                        .param("owner_id", actor.principalId())
                        .param("id", id)
                        .update()
                == 1;
    }

    Optional<Long> ownNamed(Actor actor, String name) {
        return jdbc.sql(OWN_NAMED)
                .param("org_id", actor.orgId())
                .param("owner_id", actor.principalId())
                .param("name", name)
                .query(Long.class)
                .optional();
    }

    /** Company tags with these names, whatever the case: ids by names in lower case. */
    Map<String, Long> named(long orgId, Collection<String> names) {
        Map<String, Long> ids = new HashMap<>();
        jdbc.sql(NAMED)
                .param("org_id", orgId)
                .param("names", names.toArray(String[]::new))
                .query((rs, n) -> ids.put(rs.getString("name_key"), rs.getLong("id")))
                .list();
        return ids;
    }
}
