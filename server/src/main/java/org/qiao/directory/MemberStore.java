package org.qiao.directory;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads members and changes single ones; {@link HireStore} writes many at once. */
@Repository
class MemberStore {

    static final String FIND = """
            select principal_id, name, alias, number, phone, email, title, work_place, avatar_file_id, state, created_at,
                left_at, sort_key
            from directory_member
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String LOCK = """
            select principal_id, name, alias, number, phone, email, title, work_place, avatar_file_id, state, created_at,
                left_at, sort_key
            from directory_member
            where org_id = :org_id and principal_id = :id
            for update
            """;

    static final String PRESENT = """
            select principal_id
            from directory_member
            where org_id = :org_id and principal_id = any(:ids) and state in ('INVITED', 'ACTIVE')
            """;

    static final String JOINED = """
            select principal_id, created_at
            from directory_member
            where org_id = :org_id and created_at >= :since and state in ('INVITED', 'ACTIVE')
            """;

    static final String ACTIVE = """
            select principal_id
            from directory_member
            where org_id = :org_id and state = 'ACTIVE' and principal_id > :after
            order by principal_id
            limit :limit
            """;

    static final String PHONE_OWNERS = """
            select phone, principal_id
            from directory_member
            where org_id = :org_id and phone = any(:phones) and state in ('INVITED', 'ACTIVE')
            """;

    static final String NUMBER_OWNERS = """
            select number, principal_id
            from directory_member
            where org_id = :org_id and number = any(:numbers) and number <> '' and state in ('INVITED', 'ACTIVE')
            """;

    static final String UPDATE = """
            update directory_member
            set name = :name, alias = :alias, number = :number, phone = :phone, email = :email, title = :title,
                work_place = :work_place, sort_key = :sort_key
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_STATE = """
            update directory_member
            set state = :state, left_at = :left_at
            where org_id = :org_id and principal_id = :id
            """;

    static final String ACTIVATE = """
            update directory_member
            set state = 'ACTIVE'
            where org_id = :org_id and principal_id = :id and state = 'INVITED'
            """;

    static final String SET_AVATAR = """
            update directory_member
            set avatar_file_id = :file_id
            where org_id = :org_id and principal_id = :id
            """;

    /**
     * The administrators' list. departments null: the whole company. ids null: everybody. Both are sets to look up in, not arrays to
     * walk through for each member: either may hold thousands.
     */
    static final String LIST = """
            select principal_id, name, alias, number, phone, email, title, work_place, avatar_file_id, state, created_at,
                left_at, sort_key
            from directory_member m
            where m.org_id = :org_id
                and (cast(:state as text) is null or m.state = :state)
                and (cast(:departments as bigint[]) is null or exists (
                    select 1
                    from directory_department_member dm
                    where dm.org_id = m.org_id and dm.principal_id = m.principal_id
                        and dm.department_id in (select unnest(cast(:departments as bigint[])))))
                and (cast(:ids as bigint[]) is null or m.principal_id in (select unnest(cast(:ids as bigint[]))))
                and (m.sort_key, m.principal_id) > (:after_key, :after_id)
            order by m.sort_key, m.principal_id
            limit :limit
            """;

    static final RowMapper<MemberRow> ROW = (rs, n) -> new MemberRow(
            rs.getLong("principal_id"),
            new MemberData(
                    rs.getString("name"),
                    rs.getString("alias"),
                    rs.getString("number"),
                    rs.getString("phone"),
                    rs.getString("email"),
                    rs.getString("title"),
                    rs.getString("work_place")),
            Sql.longOrNull(rs, "avatar_file_id"),
            MemberState.valueOf(rs.getString("state")),
            Sql.instant(rs, "created_at"),
            Sql.instantOrNull(rs, "left_at"),
            rs.getString("sort_key"));

    private final JdbcClient jdbc;

    MemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What narrows the administrators' list.
     *
     * @param departments null: all
     * @param ids null: no search
     */
    record Filter(
            @Nullable MemberState state,
            @Nullable Set<Long> departments,
            @Nullable Set<Long> ids) {}

    Optional<MemberRow> find(Actor actor, long id) {
        return find(actor.orgId(), List.of(id)).stream().findFirst();
    }

    List<MemberRow> find(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<MemberRow> lock(Actor actor, long id) {
        return jdbc.sql(LOCK)
                .param("org_id", actor.orgId())
                .param("id", id)
                .query(ROW)
                .optional();
    }

    List<Long> present(long orgId, Collection<Long> ids) {
        return jdbc.sql(PRESENT)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    Map<Long, Instant> joined(long orgId, Instant since) {
        Map<Long, Instant> joined = new HashMap<>();
        jdbc.sql(JOINED).param("org_id", orgId).param("since", Sql.at(since)).query(rs -> {
            joined.put(rs.getLong("principal_id"), Sql.instant(rs, "created_at"));
        });
        return joined;
    }

    List<Long> active(long orgId, long after, int limit) {
        return jdbc.sql(ACTIVE)
                .param("org_id", orgId)
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    Map<String, Long> phoneOwners(long orgId, Collection<String> phones) {
        Map<String, Long> owners = new HashMap<>();
        jdbc.sql(PHONE_OWNERS)
                .param("org_id", orgId)
                .param("phones", phones.toArray(String[]::new))
                .query(rs -> {
                    owners.put(rs.getString("phone"), rs.getLong("principal_id"));
                });
        return owners;
    }

    Map<String, Long> numberOwners(long orgId, Collection<String> numbers) {
        Map<String, Long> owners = new HashMap<>();
        jdbc.sql(NUMBER_OWNERS)
                .param("org_id", orgId)
                .param("numbers", numbers.toArray(String[]::new))
                .query(rs -> {
                    owners.put(rs.getString("number"), rs.getLong("principal_id"));
                });
        return owners;
    }

    void update(long orgId, long id, MemberData data) {
        jdbc.sql(UPDATE)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", data.name())
                .param("alias", data.alias())
                .param("number", data.number())
                .param("phone", data.phone())
                .param("email", data.email())
                .param("title", data.title())
                .param("work_place", data.workPlace())
                .param("sort_key", data.sortKey())
                .update();
    }

    void setState(long orgId, long id, MemberState state, @Nullable Instant leftAt) {
        jdbc.sql(SET_STATE)
                .param("org_id", orgId)
                .param("id", id)
                .param("state", state.name())
                .param("left_at", Sql.atOrNull(leftAt))
                .update();
    }

    /** False when the member was not invited any more. */
    boolean activate(long orgId, long id) {
        return jdbc.sql(ACTIVATE).param("org_id", orgId).param("id", id).update() == 1;
    }

    void setAvatar(long orgId, long id, @Nullable Long fileId) {
        jdbc.sql(SET_AVATAR)
                .param("org_id", orgId)
                .param("id", id)
                .param("file_id", fileId)
                .update();
    }

    List<MemberRow> list(long orgId, Filter filter, NameCursor after, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("state", filter.state() == null ? null : filter.state().name())
                .param(
                        "departments",
                        filter.departments() == null
                                ? null
                                : filter.departments().toArray(Long[]::new))
                .param("ids", filter.ids() == null ? null : filter.ids().toArray(Long[]::new))
                .param("after_key", after.sortKey())
                .param("after_id", after.id())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /** Paging key of lists ordered by pinyin: the last member shown. On the wire "17:zhang san". */
    record NameCursor(String sortKey, long id) {

        private static final NameCursor START = new NameCursor("", 0);
        private static final int LENGTH_MAX = 400;

        static NameCursor parse(@Nullable String after) {
            if (after == null || after.isEmpty()) {
                return START;
            }
            int colon = after.indexOf(':');
            if (colon < 1 || after.length() > LENGTH_MAX || after.indexOf('\0') >= 0) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            try {
                return new NameCursor(after.substring(colon + 1), Long.parseLong(after.substring(0, colon)));
            } catch (NumberFormatException e) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
        }

        static String of(MemberRow row) {
            return row.id() + ":" + row.sortKey();
        }
    }
}
