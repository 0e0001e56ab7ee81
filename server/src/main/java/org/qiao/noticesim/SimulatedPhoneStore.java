package org.qiao.noticesim;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The phones of a simulated network. */
@Repository
class SimulatedPhoneStore {

    /** A phone appears with the first thing that is sent to it. */
    static final String TOUCH = """
            insert into noticesim_phone (org_id, number, moved_at)
            values (:org_id, :number, :now)
            on conflict (org_id, number) do update
            set moved_at = greatest(excluded.moved_at, noticesim_phone.moved_at)
            returning id, number, switched, delivery, moved_at
            """;

    static final String PUT = """
            insert into noticesim_phone (org_id, number, switched, delivery, moved_at)
            values (:org_id, :number, :switched, :delivery, :now)
            on conflict (org_id, number) do update
            set switched = excluded.switched, delivery = excluded.delivery
            returning id, number, switched, delivery, moved_at
            """;

    static final String FIND = """
            select id, number, switched, delivery, moved_at
            from noticesim_phone
            where org_id = :org_id and number = :number
            """;

    /** Those with news first. */
    static final String LIST = """
            select p.id, p.number, p.switched, p.delivery, p.moved_at,
                (select c.id from noticesim_call c where c.org_id = p.org_id and c.phone_id = p.id and c.ended_at is null) as call_id
            from noticesim_phone p
            where p.org_id = :org_id and (cast(:before_id as bigint) is null or (p.moved_at, p.id) < (:before, :before_id))
            order by p.moved_at desc, p.id desc
            limit :limit
            """;

    static final RowMapper<Phone> ROW = (rs, n) -> new Phone(
            rs.getLong("id"),
            rs.getString("number"),
            rs.getBoolean("switched"),
            Delivery.valueOf(rs.getString("delivery")),
            Sql.instant(rs, "moved_at"));

    private final JdbcClient jdbc;

    SimulatedPhoneStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param on switched on */
    record Phone(long id, String number, boolean on, Delivery delivery, Instant movedAt) {}

    /** @param callId the call it is in; null for none */
    record Listed(Phone phone, @Nullable Long callId) {}

    Phone touch(long orgId, String number, Instant now) {
        return jdbc.sql(TOUCH)
                .param("org_id", orgId)
                .param("number", number)
                .param("now", Sql.at(now))
                .query(ROW)
                .single();
    }

    Phone put(long orgId, Phone phone) {
        return jdbc.sql(PUT)
                .param("org_id", orgId)
                .param("number", phone.number())
                .param("switched", phone.on())
                .param("delivery", phone.delivery().name())
                .param("now", Sql.at(phone.movedAt()))
                .query(ROW)
                .single();
    }

    Optional<Phone> find(long orgId, String number) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("number", number)
                .query(ROW)
                .optional();
    }

    List<Listed> list(long orgId, Instant before, @Nullable Long beforeId, int limit) {
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("before", Sql.at(before))
                .param("before_id", beforeId)
                .param("limit", limit)
                .query((rs, n) -> new Listed(ROW.mapRow(rs, n), Sql.longOrNull(rs, "call_id")))
                .list();
    }
}
