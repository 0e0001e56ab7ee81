package org.qiao.customerprofile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.LineFilter.LineOrder;
import org.qiao.form.FormValues;
import org.qiao.platform.Actor;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Lists of customers: one query out of constant fragments, only those that a filter needs. */
@Repository
class LineListStore {

    private static final String COLUMNS_PART = """
            select l.relation_id, l.customer_id, l.member_id, l.conversation_id, l.open, l.remark, l.company, l.phones, l.add_way,
                l.way_id, l.opened_at, l.last_customer_at, l.last_staff_at, l.active_at, p.name, p.level, p.blocked, p.stage,
                p.lost_reason, p.attributes
            """;

    private static final String PICKED_PART = "select l.relation_id, l.customer_id, l.member_id\n";

    private static final String FROM_PART = """
            from customerprofile_line l
            join customerprofile_person p on p.org_id = l.org_id and p.customer_id = l.customer_id
            where l.org_id = :org_id
            """;

    private static final String MEMBERS_PART = "    and l.member_id = any(:members::bigint[])\n";
    private static final String PATTERN_PART = "    and l.search_text like :pattern::text\n";
    private static final String ANY_TAGS_PART = """
                and exists (
                    select 1
                    from customerprofile_tagging g
                    join customerprofile_tag t on t.org_id = g.org_id and t.id = g.tag_id
                    where g.org_id = l.org_id and g.relation_id = l.relation_id and g.tag_id = any(:any_tags::bigint[])
                        and (t.owner_id is null or t.owner_id = :reader::bigint))
            """;
    private static final String ALL_TAGS_PART = """
                and (
                    select count(*)
                    from customerprofile_tagging g
                    join customerprofile_tag t on t.org_id = g.org_id and t.id = g.tag_id
                    where g.org_id = l.org_id and g.relation_id = l.relation_id and g.tag_id = any(:all_tags::bigint[])
                        and (t.owner_id is null or t.owner_id = :reader::bigint)) = cardinality(:all_tags::bigint[])
            """;
    private static final String STAGES_PART = "    and p.stage = any(:stages::text[])\n";
    private static final String WAYS_PART = "    and l.way_id = any(:ways::bigint[])\n";
    private static final String LEVELS_PART = "    and p.level = any(:levels::text[])\n";
    private static final String OPEN_PART = "    and l.open = :open::boolean\n";
    private static final String ADDED_FROM_PART = "    and l.opened_at >= :added_from::timestamptz\n";
    private static final String ADDED_UNTIL_PART = "    and l.opened_at < :added_until::timestamptz\n";
    private static final String LAST_FROM_PART =
            "    and greatest(l.last_customer_at, l.last_staff_at) >= :last_from::timestamptz\n";
    private static final String LAST_UNTIL_PART =
            "    and greatest(l.last_customer_at, l.last_staff_at) < :last_until::timestamptz\n";
    private static final String SILENT_PART = "    and l.active_at <= :silent_since::timestamptz\n";
    private static final String WAITING_PART = "    and l.relation_id = any(:waiting::bigint[])\n";
    private static final String ATTRIBUTES_PART = "    and p.attributes @> :attributes::jsonb\n";
    private static final String AFTER_ACTIVE_PART =
            "    and (l.active_at, l.relation_id) < (:after_at::timestamptz, :after_id::bigint)\n";
    private static final String AFTER_NEWEST_PART = "    and l.relation_id < :after_id::bigint\n";
    private static final String ACTIVE_FIRST_PART = "order by l.active_at desc, l.relation_id desc\nlimit :limit\n";
    private static final String NEWEST_FIRST_PART = "order by l.relation_id desc\nlimit :limit\n";

    /** With every fragment, so that all of them are prepared against the schema. */
    static final String WHOLE = COLUMNS_PART
            + FROM_PART
            + MEMBERS_PART
            + PATTERN_PART
            + ANY_TAGS_PART
            + ALL_TAGS_PART
            + STAGES_PART
            + WAYS_PART
            + LEVELS_PART
            + OPEN_PART
            + ADDED_FROM_PART
            + ADDED_UNTIL_PART
            + LAST_FROM_PART
            + LAST_UNTIL_PART
            + SILENT_PART
            + WAITING_PART
            + ATTRIBUTES_PART
            + AFTER_ACTIVE_PART
            + AFTER_NEWEST_PART
            + ACTIVE_FIRST_PART;

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Waits waits;

    LineListStore(JdbcClient jdbc, JsonMapper json, Waits waits) {
        this.jdbc = jdbc;
        this.json = json;
        this.waits = waits;
    }

    /**
     * A line of a list.
     *
     * @param conversationId null: the thread is not made yet
     */
    record Line(
            long relationId,
            long customerId,
            long memberId,
            @Nullable Long conversationId,
            boolean open,
            String remark,
            String company,
            List<String> phones,
            String addWay,
            @Nullable Long wayId,
            Instant openedAt,
            @Nullable Instant lastCustomerAt,
            @Nullable Instant lastStaffAt,
            Instant activeAt,
            String name,
            String level,
            boolean blocked,
            String stage,
            String lostReason,
            FormValues attributes) {

        @Override
        public String toString() {
            return "Line " + relationId;
        }
    }

    /**
     * Which lines are asked for.
     *
     * @param members null: everybody's
     */
    record Wanted(@Nullable Collection<Long> members, LineFilter filter, Instant now) {}

    /** Where a page begins: behind this line; null: at the first. */
    record After(Instant activeAt, long relationId) {}

    List<Line> list(Actor actor, Wanted wanted, LineOrder order, @Nullable After after, int limit) {
        Query query = query(actor, wanted, COLUMNS_PART + FROM_PART);
        if (order == LineOrder.ACTIVE) {
            query.when(after, AFTER_ACTIVE_PART, "after_at", key -> Sql.at(key.activeAt()))
                    .with("after_id", after == null ? null : after.relationId());
        } else {
            query.when(after, AFTER_NEWEST_PART, "after_id", After::relationId);
        }
        query.sql.append(order == LineOrder.ACTIVE ? ACTIVE_FIRST_PART : NEWEST_FIRST_PART);
        query.with("limit", limit);
        return jdbc.sql(query.text()).params(query.params).query(this::line).list();
    }

    /** Only who they are, for those who reach many at once. */
    List<CustomerPicks.Pick> picks(Actor actor, Wanted wanted, int limit) {
        Query query = query(actor, wanted, PICKED_PART + FROM_PART);
        query.sql.append(ACTIVE_FIRST_PART);
        query.with("limit", limit);
        return jdbc.sql(query.text())
                .params(query.params)
                .query((rs, n) -> new CustomerPicks.Pick(
                        rs.getLong("relation_id"), rs.getLong("customer_id"), rs.getLong("member_id")))
                .list();
    }

    long count(Actor actor, Wanted wanted) {
        Query query = query(actor, wanted, "select count(*)\n" + FROM_PART);
        return jdbc.sql(query.text()).params(query.params).query(Long.class).single();
    }

    private Query query(Actor actor, Wanted wanted, String head) {
        LineFilter filter = wanted.filter();
        ZoneId zone = actor.zone();
        Query query = new Query(head).with("org_id", actor.orgId()).with("reader", actor.principalId());
        query.when(wanted.members(), MEMBERS_PART, "members", LineListStore::numbers);
        query.when(filter.pattern(), PATTERN_PART, "pattern", text -> text);
        query.some(filter.anyTags(), ANY_TAGS_PART, "any_tags", LineListStore::numbers);
        query.some(filter.allTags(), ALL_TAGS_PART, "all_tags", LineListStore::numbers);
        query.some(filter.stages(), STAGES_PART, "stages", list -> list.toArray(String[]::new));
        query.some(filter.ways(), WAYS_PART, "ways", LineListStore::numbers);
        query.some(
                filter.levels(),
                LEVELS_PART,
                "levels",
                list -> list.stream().map(Enum::name).toArray(String[]::new));
        query.when(filter.open(), OPEN_PART, "open", open -> open);
        query.when(filter.addedFrom(), ADDED_FROM_PART, "added_from", day -> start(day, zone));
        query.when(filter.addedUntil(), ADDED_UNTIL_PART, "added_until", day -> start(day.plusDays(1), zone));
        query.when(filter.lastFrom(), LAST_FROM_PART, "last_from", day -> start(day, zone));
        query.when(filter.lastUntil(), LAST_UNTIL_PART, "last_until", day -> start(day.plusDays(1), zone));
        query.when(
                filter.silentDays(),
                SILENT_PART,
                "silent_since",
                days -> Sql.at(wanted.now().minus(Duration.ofDays(days))));
        query.when(filter.unansweredHours(), WAITING_PART, "waiting", hours -> waiting(actor, wanted, hours));
        query.when(filter.attributes(), ATTRIBUTES_PART, "attributes", Object::toString);
        return query;
    }

    private Object waiting(Actor actor, Wanted wanted, int hours) {
        Instant since = wanted.now().minus(Duration.ofHours(hours));
        return numbers(waits.relations(actor.orgId(), wanted.members(), since));
    }

    private static Object start(LocalDate day, ZoneId zone) {
        return Sql.at(day.atStartOfDay(zone).toInstant());
    }

    private static Object numbers(Collection<Long> ids) {
        return ids.stream().distinct().toArray(Long[]::new);
    }

    /** Fragments with what fills them. */
    private static final class Query {

        private final StringBuilder sql;
        private final Map<String, Object> params = new HashMap<>();

        Query(String head) {
            this.sql = new StringBuilder(head);
        }

        Query with(String name, @Nullable Object value) {
            if (value != null) {
                params.put(name, value);
            }
            return this;
        }

        <T> Query when(@Nullable T value, String part, String name, Function<T, Object> bind) {
            if (value != null) {
                sql.append(part);
                params.put(name, bind.apply(value));
            }
            return this;
        }

        <T> Query some(@Nullable List<T> values, String part, String name, Function<List<T>, Object> bind) {
            return values == null || values.isEmpty() ? this : when(values, part, name, bind);
        }

        String text() {
            return sql.toString();
        }
    }

    private Line line(ResultSet rs, int number) throws SQLException {
        return new Line(
                rs.getLong("relation_id"),
                rs.getLong("customer_id"),
                rs.getLong("member_id"),
                Sql.longOrNull(rs, "conversation_id"),
                rs.getBoolean("open"),
                rs.getString("remark"),
                rs.getString("company"),
                List.of((String[]) rs.getArray("phones").getArray()),
                rs.getString("add_way"),
                Sql.longOrNull(rs, "way_id"),
                Sql.instant(rs, "opened_at"),
                Sql.instantOrNull(rs, "last_customer_at"),
                Sql.instantOrNull(rs, "last_staff_at"),
                Sql.instant(rs, "active_at"),
                rs.getString("name"),
                rs.getString("level"),
                rs.getBoolean("blocked"),
                rs.getString("stage"),
                rs.getString("lost_reason"),
                FormValues.of(json.readTree(rs.getString("attributes"))));
    }
}
