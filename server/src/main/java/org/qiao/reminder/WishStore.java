package org.qiao.reminder;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.qiao.platform.Actor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class WishStore {

    static final String FIND = """
            select principal_id, push, email
            from reminder_preference
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String SET = """
            insert into reminder_preference (org_id, principal_id, push, email)
            values (:org_id, :principal_id, :push, :email)
            on conflict (org_id, principal_id) do update set push = excluded.push, email = excluded.email
            """;

    private final JdbcClient jdbc;

    WishStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Long, ReminderWishes.Wish> find(long orgId, Collection<Long> ids) {
        Map<Long, ReminderWishes.Wish> wishes = new HashMap<>();
        jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query((rs, n) -> Map.entry(
                        rs.getLong("principal_id"),
                        new ReminderWishes.Wish(rs.getBoolean("push"), rs.getBoolean("email"))))
                .list()
                .forEach(entry -> wishes.put(entry.getKey(), entry.getValue()));
        return wishes;
    }

    void set(Actor actor, ReminderWishes.Wish wish) {
        jdbc.sql(SET)
                .param("org_id", actor.orgId())
                .param("principal_id", actor.principalId())
                .param("push", wish.push())
                .param("email", wish.email())
                .update();
    }
}
