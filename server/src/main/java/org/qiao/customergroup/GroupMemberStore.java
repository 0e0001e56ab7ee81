package org.qiao.customergroup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Person;
import org.qiao.messaging.GroupRole;
import org.qiao.messaging.SharedGroups.GroupSeat;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in which group, and how he came. */
@Repository
class GroupMemberStore {

    /** Who is in already stays as he is. Says who came. */
    static final String COME = """
            insert into customergroup_member (org_id, group_id, person_id, guest, via, code_id, invited_by, state, joined_at, greeting)
            select :org_id, :group_id, i.id, :guest, case when a.code_id is null then :via else 'CODE' end, a.code_id, a.by_id,
                coalesce(a.state, ''), :at, :greeting
            from unnest(:ids::bigint[]) as i (id)
            left join customergroup_arrival a on a.org_id = :org_id and a.group_id = :group_id and a.customer_id = i.id
            on conflict (org_id, group_id, person_id) do update
                set via = excluded.via, code_id = excluded.code_id, invited_by = excluded.invited_by, state = excluded.state,
                    joined_at = excluded.joined_at, greeting = excluded.greeting, role = 'MEMBER', left_at = null
                where customergroup_member.left_at is not null
            returning person_id, code_id, state
            """;

    /** Says who went. */
    static final String GO = """
            update customergroup_member
            set left_at = :at, greeting = nullif(greeting, 0)
            where org_id = :org_id and group_id = :group_id and person_id = any(:ids) and left_at is null
            returning person_id, guest, code_id, state
            """;

    static final String PRESENT = """
            select person_id, guest
            from customergroup_member
            where org_id = :org_id and group_id = :group_id and left_at is null
            """;

    static final String SET_ROLES = """
            update customergroup_member m
            set role = i.role
            from unnest(:ids::bigint[], :roles::text[]) as i (id, role)
            where m.org_id = :org_id and m.group_id = :group_id and m.person_id = i.id and m.role <> i.role
            """;

    /** Those of the people who are customers there, or were. */
    static final String GUESTS = """
            select person_id
            from customergroup_member
            where org_id = :org_id and group_id = :group_id and person_id = any(:ids) and guest
            """;

    static final String PLACES = """
            select person_id, via, code_id, invited_by, state, joined_at, muted_until
            from customergroup_member
            where org_id = :org_id and group_id = :group_id and person_id = any(:ids) and left_at is null
            """;

    /** One customer's places in some groups. */
    static final String STAYS = """
            select group_id, joined_at, muted_until
            from customergroup_member
            where org_id = :org_id and person_id = :person_id and group_id = any(:groups) and left_at is null
            """;

    static final String ROLES = """
            select group_id, role
            from customergroup_member
            where org_id = :org_id and person_id = :person_id and group_id = any(:groups) and left_at is null and not guest
            """;

    static final String GROUPS_OF = """
            select group_id
            from customergroup_member
            where org_id = :org_id and person_id = :person_id and left_at is null
            """;

    static final String CODES_OF = """
            select distinct code_id
            from customergroup_member
            where org_id = :org_id and person_id = :person_id and left_at is null and code_id is not null
            """;

    static final String COUNT_CODES = """
            select code_id, count(*) as customers
            from customergroup_member
            where org_id = :org_id and code_id = any(:codes)
            group by code_id
            """;

    static final String EXPECT = """
            insert into customergroup_arrival (org_id, group_id, customer_id, code_id, by_id, state, at)
            values (:org_id, :group_id, :customer_id, :code_id, :by_id, :state, :now)
            on conflict (org_id, group_id, customer_id) do update
                set code_id = excluded.code_id, by_id = excluded.by_id, state = excluded.state, at = excluded.at
            """;

    /** Old ones of every company (org_id): whoever did not come then is not expected any more. */
    static final String FORGET = """
            delete from customergroup_arrival
            where at < :before -- every org_id
            """;

    static final String MUTE = """
            update customergroup_member
            set muted_until = :until
            where org_id = :org_id and group_id = :group_id and person_id = :person_id and guest
            """;

    static final String MUTED = """
            select person_id, muted_until
            from customergroup_member
            where org_id = :org_id and group_id = :group_id and muted_until > :now
            """;

    /** A person's groups, found by their conversations. */
    static final String PERSON_STAYS = """
            select g.title, m.via, m.code_id, m.invited_by, m.state, m.joined_at, m.muted_until, m.left_at
            from customergroup g
            join customergroup_member m on m.org_id = g.org_id and m.group_id = g.id
            where g.org_id = :org_id and g.conversation_id = any(:conversations) and m.person_id = any(:ids) and m.guest
            order by m.joined_at, g.id
            """;

    /** That he was there stays. */
    static final String EMPTY = """
            update customergroup_member m
            set state = '', greeting = nullif(m.greeting, 0)
            from customergroup g
            where g.org_id = :org_id and g.conversation_id = any(:conversations) and m.org_id = :org_id and m.group_id = g.id
                and m.person_id = any(:ids) and m.guest
            """;

    static final String FORGET_PERSON = """
            delete from customergroup_arrival
            where org_id = :org_id and customer_id = any(:ids)
            """;

    private final JdbcClient jdbc;

    GroupMemberStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How somebody comes when nobody has let him in by a code. */
    enum Via {
        FIRST,
        INVITED,
        CODE
    }

    /** Some who come together. */
    record Coming(Collection<Long> ids, boolean guests, Via via, boolean greeted, Instant at) {}

    /** Somebody who came or went. */
    record Mover(long id, boolean guest, @Nullable Long codeId, String state) {}

    List<Mover> come(CustomerGroup group, Coming coming) {
        return of(COME, group)
                .param("guest", coming.guests())
                .param("ids", coming.ids().toArray(Long[]::new))
                .param("via", coming.via().name())
                .param("greeting", coming.greeted() ? 0 : null, java.sql.Types.INTEGER)
                .param("at", Sql.at(coming.at()))
                .query((rs, n) -> new Mover(
                        rs.getLong("person_id"), coming.guests(), Sql.longOrNull(rs, "code_id"), rs.getString("state")))
                .list();
    }

    List<Mover> go(CustomerGroup group, Collection<Long> ids, Instant at) {
        return of(GO, group)
                .param("ids", ids.toArray(Long[]::new))
                .param("at", Sql.at(at))
                .query((rs, n) -> new Mover(
                        rs.getLong("person_id"),
                        rs.getBoolean("guest"),
                        Sql.longOrNull(rs, "code_id"),
                        rs.getString("state")))
                .list();
    }

    /** Keyed by person; true for customers. */
    Map<Long, Boolean> present(CustomerGroup group) {
        Map<Long, Boolean> people = new HashMap<>();
        of(PRESENT, group).query((ResultSet rs) -> {
            people.put(rs.getLong("person_id"), rs.getBoolean("guest"));
        });
        return people;
    }

    void setRoles(CustomerGroup group, List<GroupSeat> staff) {
        of(SET_ROLES, group)
                .param("ids", staff.stream().map(GroupSeat::id).toArray(Long[]::new))
                .param("roles", staff.stream().map(seat -> seat.role().name()).toArray(String[]::new))
                .update();
    }

    Set<Long> guests(CustomerGroup group, Collection<Long> ids) {
        return Set.copyOf(of(GUESTS, group)
                .param("ids", ids.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    record Place(
            Via via,
            @Nullable Long codeId,
            @Nullable Long invitedBy,
            String state,
            Instant joinedAt,
            @Nullable Instant mutedUntil) {}

    Map<Long, Place> places(CustomerGroup group, Collection<Long> ids) {
        Map<Long, Place> places = new HashMap<>();
        of(PLACES, group).param("ids", ids.toArray(Long[]::new)).query((ResultSet rs) -> {
            places.put(rs.getLong("person_id"), place(rs));
        });
        return places;
    }

    /** Where somebody sits. */
    record Stay(Instant joinedAt, @Nullable Instant mutedUntil) {}

    /** A customer's places in those of the groups in which he sits. */
    Map<Long, Stay> stays(long orgId, long personId, Collection<Long> groups) {
        Map<Long, Stay> stays = new HashMap<>();
        person(STAYS, orgId, personId)
                .param("groups", groups.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    stays.put(
                            rs.getLong("group_id"),
                            new Stay(Sql.instant(rs, "joined_at"), Sql.instantOrNull(rs, "muted_until")));
                });
        return stays;
    }

    private static Place place(ResultSet rs) throws SQLException {
        return new Place(
                Via.valueOf(rs.getString("via")),
                Sql.longOrNull(rs, "code_id"),
                Sql.longOrNull(rs, "invited_by"),
                rs.getString("state"),
                Sql.instant(rs, "joined_at"),
                Sql.instantOrNull(rs, "muted_until"));
    }

    /** The roles of an employee in those of the groups in which he sits. */
    Map<Long, GroupRole> roles(long orgId, long personId, Collection<Long> groups) {
        Map<Long, GroupRole> roles = new HashMap<>();
        jdbc.sql(ROLES)
                .param("org_id", orgId)
                .param("person_id", personId)
                .param("groups", groups.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    roles.put(rs.getLong("group_id"), GroupRole.valueOf(rs.getString("role")));
                });
        return roles;
    }

    List<Long> groupsOf(long orgId, long personId) {
        return person(GROUPS_OF, orgId, personId).query(Long.class).list();
    }

    List<Long> codesOf(long orgId, long personId) {
        return person(CODES_OF, orgId, personId).query(Long.class).list();
    }

    Map<Long, Integer> countCodes(long orgId, Collection<Long> codes) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(COUNT_CODES)
                .param("org_id", orgId)
                .param("codes", codes.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    counts.put(rs.getLong("code_id"), rs.getInt("customers"));
                });
        return counts;
    }

    void expect(CustomerGroup group, GroupDoor.Expected expected, Instant now) {
        of(EXPECT, group)
                .param("customer_id", expected.customerId())
                .param("code_id", expected.codeId())
                .param("by_id", expected.by())
                .param("state", expected.state())
                .param("now", Sql.at(now))
                .update();
    }

    void forgetExpected(Instant before) {
        jdbc.sql(FORGET).param("before", Sql.at(before)).update();
    }

    /** @return false when he is no customer there */
    boolean mute(CustomerGroup group, long personId, @Nullable Instant until) {
        return of(MUTE, group)
                        .param("person_id", personId)
                        .param("until", Sql.atOrNull(until), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
                        .update()
                == 1;
    }

    Map<Long, Instant> muted(CustomerGroup group, Instant now) {
        Map<Long, Instant> muted = new HashMap<>();
        of(MUTED, group).param("now", Sql.at(now)).query((ResultSet rs) -> {
            muted.put(rs.getLong("person_id"), Sql.instant(rs, "muted_until"));
        });
        return muted;
    }

    /** A customer's time in one group. */
    record PersonStay(String title, Place place, @Nullable Instant leftAt) {}

    List<PersonStay> stays(Person person, List<Long> conversations) {
        return person(PERSON_STAYS, person)
                .param("conversations", conversations.toArray(Long[]::new))
                .query((rs, n) -> new PersonStay(rs.getString("title"), place(rs), Sql.instantOrNull(rs, "left_at")))
                .list();
    }

    void forget(Person person, List<Long> conversations) {
        person(EMPTY, person)
                .param("conversations", conversations.toArray(Long[]::new))
                .update();
        person(FORGET_PERSON, person).update();
    }

    private JdbcClient.StatementSpec person(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }

    private JdbcClient.StatementSpec of(String sql, CustomerGroup group) {
        return jdbc.sql(sql).param("org_id", group.orgId()).param("group_id", group.id());
    }

    private JdbcClient.StatementSpec person(String sql, long orgId, long personId) {
        return jdbc.sql(sql).param("org_id", orgId).param("person_id", personId);
    }
}
