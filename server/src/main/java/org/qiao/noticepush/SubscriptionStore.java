package org.qiao.noticepush;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** All SQL of push subscriptions. */
@Repository
class SubscriptionStore {

    static final String PUT = """
            insert into notice_subscription
                (org_id, principal_id, session_id, endpoint, p256dh, auth, created_at, used_at)
            values (:org_id, :principal_id, :session_id, :endpoint, :p256dh, :auth, :now, :now)
            on conflict (org_id, principal_id, endpoint) do update
            set session_id = excluded.session_id, p256dh = excluded.p256dh, auth = excluded.auth, used_at = excluded.used_at
            returning id
            """;

    /** A browser speaks for one member at a time: the one who signed in last. */
    static final String TAKE_FROM_OTHERS = """
            delete from notice_subscription
            where org_id = :org_id and endpoint = :endpoint and principal_id <> :principal_id
            """;

    static final String TRIM = """
            delete from notice_subscription
            where org_id = :org_id and principal_id = :principal_id and id not in (
                select id
                from notice_subscription
                where org_id = :org_id and principal_id = :principal_id
                order by used_at desc, id desc
                limit :most)
            """;

    static final String LIST = """
            select id, endpoint, p256dh, auth
            from notice_subscription
            where org_id = :org_id and principal_id = :principal_id
            order by used_at desc, id desc
            limit :most
            """;

    static final String REACHABLE = """
            select distinct principal_id
            from notice_subscription
            where org_id = :org_id and principal_id = any(:members)
            """;

    static final String POPULATED = """
            select o.org_id
            from unnest(:orgs::bigint[]) as o (org_id)
            where exists (
                select 1
                from notice_subscription s
                where s.org_id = o.org_id)
            """;

    static final String DELETE_OWN = """
            delete from notice_subscription
            where org_id = :org_id and principal_id = :principal_id and id = :id
            """;

    static final String DELETE = """
            delete from notice_subscription
            where org_id = :org_id and id = any(:ids)
            """;

    static final String TOUCH = """
            update notice_subscription
            set used_at = :now
            where org_id = :org_id and id = any(:ids) and used_at < :before
            """;

    static final String DELETE_OF_SESSION = """
            delete from notice_subscription
            where session_id = :session_id
            """;

    static final String DELETE_OF_PRINCIPAL = """
            delete from notice_subscription
            where principal_id = :principal_id
            """;

    static final String MOVE = """
            update notice_subscription
            set principal_id = :principal_id
            where org_id = :org_id and session_id = :session_id and principal_id <> :principal_id
            """;

    static final String DELETE_OF_PEOPLE = """
            delete from notice_subscription
            where org_id = :org_id and principal_id = any(:people)
            """;

    static final String DEVICES = """
            select endpoint, created_at
            from notice_subscription
            where org_id = :org_id and principal_id = any(:people)
            order by id
            """;

    private static final RowMapper<Subscription> ROW = (rs, n) ->
            new Subscription(rs.getLong("id"), rs.getString("endpoint"), rs.getBytes("p256dh"), rs.getBytes("auth"));

    private final JdbcClient jdbc;

    SubscriptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param subscription its id is not known yet */
    long put(Actor actor, long sessionId, Subscription subscription, Instant now) {
        return jdbc.sql(PUT)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("session_id", sessionId)
                .param("endpoint", subscription.endpoint())
                .param("p256dh", subscription.p256dh())
                .param("auth", subscription.auth())
                .param("now", Sql.at(now))
                .query(Long.class)
                .single();
    }

    void takeFromOthers(Actor actor, String endpoint) {
        jdbc.sql(TAKE_FROM_OTHERS)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("endpoint", endpoint)
                .update();
    }

    void trim(Actor actor, int most) {
        jdbc.sql(TRIM)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("most", most)
                .update();
    }

    List<Subscription> list(long orgId, long principalId, int most) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("principal_id", principalId)
                .param("most", most)
                .query(ROW)
                .list();
    }

    Set<Long> reachable(long orgId, Collection<Long> members) {
        return jdbc.sql(REACHABLE)
                .param("org_id", orgId)
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    Set<Long> populated(Collection<Long> orgIds) {
        return jdbc.sql(POPULATED)
                .param("orgs", orgIds.toArray(Long[]::new))
                .query(Long.class)
                .set();
    }

    boolean deleteOwn(Actor actor, long id) {
        return jdbc.sql(DELETE_OWN)
                        .param("org_id", actor.orgId())
                        .param("principal_id", actor.principalId())
                        .param("id", id)
                        .update()
                == 1;
    }

    void delete(long orgId, Collection<Long> ids) {
        jdbc.sql(DELETE)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .update();
    }

    /** Writes only where the time stored is older than {@code before}. */
    void touch(long orgId, Collection<Long> ids, Instant now, Instant before) {
        jdbc.sql(TOUCH)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", Sql.at(now))
                .param("before", Sql.at(before))
                .update();
    }

    void deleteOfSession(long sessionId) {
        jdbc.sql(DELETE_OF_SESSION).param("session_id", sessionId).update();
    }

    void deleteOfPrincipal(long principalId) {
        jdbc.sql(DELETE_OF_PRINCIPAL).param("principal_id", principalId).update();
    }

    /** A device is somebody else's now. */
    void move(Actor actor, long sessionId) {
        jdbc.sql(MOVE)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("session_id", sessionId)
                .update();
    }

    void deleteOfPeople(long orgId, Collection<Long> people) {
        jdbc.sql(DELETE_OF_PEOPLE)
                .param("org_id", orgId)
                .param("people", people.toArray(Long[]::new))
                .update();
    }

    List<PushDevices.Device> devices(long orgId, Collection<Long> people) {
        return jdbc.sql(DEVICES)
                .param("org_id", orgId)
                .param("people", people.toArray(Long[]::new))
                .query((rs, n) -> PushDevices.Device.of(rs.getString("endpoint"), Sql.instant(rs, "created_at")))
                .list();
    }
}
