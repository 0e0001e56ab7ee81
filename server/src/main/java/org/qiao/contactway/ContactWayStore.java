package org.qiao.contactway;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class ContactWayStore {

    private static final String COLUMNS_PART = """
            id, org_id, code, kind, owner_id, title, remark, state, content, ends_at, deleted_at is not null as deleted, version,
            created_at, changed_at
            """;

    /** The code says which company it is. */
    static final String FIND_CODE = "select " + COLUMNS_PART + """
            from contactway
            where code = :code
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from contactway
            where org_id = :org_id and id = any(:ids)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from contactway
            where org_id = :org_id and id = :id and kind = 'SHARED' and deleted_at is null
            for update
            """;

    static final String PERSONAL = "select " + COLUMNS_PART + """
            from contactway
            where org_id = :org_id and kind = 'PERSONAL' and owner_id = any(:owners)
            """;

    /** Every code that somebody stands in; temporary ones that are over are left as they are. */
    static final String LOCK_OF = "select " + COLUMNS_PART + """
            from contactway
            where org_id = :org_id and people @> array[:member_id::bigint] and deleted_at is null
                and (ends_at is null or ends_at > :now)
            order by id
            for update
            """;

    static final String COUNTS_OF = """
            select p.id as member_id, count(*) as ways
            from contactway c
            cross join lateral unnest(c.people) as p (id)
            where c.org_id = :org_id and c.people && :members::bigint[] and p.id = any(:members::bigint[])
                and c.deleted_at is null
            group by p.id
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from contactway
            where org_id = :org_id and kind = 'SHARED' and deleted_at is null and id < :before
                and (:owner_id::bigint is null or owner_id = :owner_id::bigint)
                and (:pattern::text is null or title ilike :pattern::text or remark ilike :pattern::text
                    or state ilike :pattern::text)
            order by id desc
            limit :limit
            """;

    static final String COUNT = """
            select count(*)
            from contactway
            where org_id = :org_id and kind = 'SHARED' and deleted_at is null
            """;

    static final String INSERT = """
            insert into contactway (org_id, code, kind, owner_id, title, remark, state, content, people, ends_at, created_at,
                changed_at)
            values (:org_id, :code, :kind, :owner_id, :title, :remark, :state, :content::jsonb, :people, :ends_at, :now, :now)
            on conflict (org_id, owner_id) where kind = 'PERSONAL' do nothing
            """;

    static final String UPDATE = """
            update contactway
            set title = :title, remark = :remark, state = :state, content = :content::jsonb, people = :people, ends_at = :ends_at,
                version = version + 1, changed_at = :now
            where org_id = :org_id and id = :id
            """;

    static final String DELETE = """
            update contactway
            set deleted_at = :now, changed_at = :now
            where org_id = :org_id and id = :id and deleted_at is null
            """;

    static final String WELCOME_FILES = """
            select (f.id #>> '{}')::bigint
            from contactway w
            cross join lateral jsonb_path_query(w.content, '$.welcome.attachments[*] ? (@.kind == "FILE").id') as f (id)
            where w.org_id = :org_id and w.deleted_at is null
            union
            select (f.id #>> '{}')::bigint
            from contactway_card w
            cross join lateral jsonb_path_query(w.content, '$.welcome.attachments[*] ? (@.kind == "FILE").id') as f (id)
            where w.org_id = :org_id
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ContactWayStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** What is written of a code. */
    record Draft(
            long ownerId,
            ContactWay.Kind kind,
            ContactWay.Labels labels,
            WayContent content,
            @Nullable Instant endsAt) {}

    private ContactWay row(ResultSet rs, int number) throws SQLException {
        return new ContactWay(
                new ContactWay.Row(
                        rs.getLong("id"),
                        rs.getLong("org_id"),
                        rs.getString("code"),
                        ContactWay.Kind.valueOf(rs.getString("kind")),
                        rs.getLong("owner_id"),
                        new ContactWay.Labels(rs.getString("title"), rs.getString("remark"), rs.getString("state")),
                        Sql.instantOrNull(rs, "ends_at"),
                        rs.getBoolean("deleted"),
                        rs.getInt("version"),
                        Sql.instant(rs, "created_at"),
                        Sql.instant(rs, "changed_at")),
                json.readValue(rs.getString("content"), WayContent.class));
    }

    Optional<ContactWay> findCode(String code) {
        return jdbc.sql(FIND_CODE).param("code", code).query(this::row).optional();
    }

    List<ContactWay> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    Optional<ContactWay> lock(long orgId, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("id", id)
                .query(this::row)
                .optional();
    }

    List<ContactWay> lockOf(long orgId, long memberId, Instant now) {
        return jdbc.sql(LOCK_OF)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("now", Sql.at(now))
                .query(this::row)
                .list();
    }

    Map<Long, Integer> countsOf(long orgId, Collection<Long> members) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(COUNTS_OF)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query(rs -> {
                    counts.put(rs.getLong("member_id"), rs.getInt("ways"));
                });
        return counts;
    }

    List<ContactWay> personal(long orgId, Collection<Long> owners) {
        return jdbc.sql(PERSONAL)
                .param("org_id", orgId)
                .param("owners", owners.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    /** @param ownerId null: of everybody */
    List<ContactWay> list(long orgId, @Nullable Long ownerId, @Nullable String pattern, long before, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("owner_id", ownerId)
                .param("pattern", pattern)
                .param("before", before)
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    int count(long orgId) {
        return jdbc.sql(COUNT).param("org_id", orgId).query(Integer.class).single();
    }

    void insert(long orgId, String code, Draft draft, Instant now) {
        write(INSERT, orgId, draft, now)
                .param("code", code)
                .param("kind", draft.kind().name())
                .param("owner_id", draft.ownerId())
                .update();
    }

    void update(long orgId, long id, Draft draft, Instant now) {
        write(UPDATE, orgId, draft, now).param("id", id).update();
    }

    private JdbcClient.StatementSpec write(String sql, long orgId, Draft draft, Instant now) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("title", draft.labels().title())
                .param("remark", draft.labels().remark())
                .param("state", draft.labels().state())
                .param("content", json.writeValueAsString(draft.content()))
                .param("people", draft.content().everybody().toArray(Long[]::new))
                .param("ends_at", Sql.atOrNull(draft.endsAt()))
                .param("now", Sql.at(now));
    }

    boolean delete(long orgId, long id, Instant now) {
        return jdbc.sql(DELETE)
                        .param("org_id", orgId)
                        .param("id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    List<Long> welcomeFiles(long orgId) {
        return jdbc.sql(WELCOME_FILES).param("org_id", orgId).query(Long.class).list();
    }
}
