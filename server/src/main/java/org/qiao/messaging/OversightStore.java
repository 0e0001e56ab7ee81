package org.qiao.messaging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.messaging.Oversight.Deed;
import org.qiao.messaging.Oversight.Key;
import org.qiao.messaging.Oversight.Party;
import org.qiao.messaging.Oversight.Permission;
import org.qiao.messaging.Oversight.Said;
import org.qiao.messaging.Oversight.Stay;
import org.qiao.messaging.Oversight.Window;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Reads conversations with customers for whoever has no seat in them. */
@Repository
class OversightStore {

    private static final String ENDLESS_PART = "infinity";

    /**
     * What was said before the moment and recalled has no body, as for everybody: nobody had agreed to anything else. What is withheld has
     * no body and no sender.
     */
    private static final String COLUMNS_PART = """
            e.conversation_id, e.seq, e.kind, case when p.withheld then 0 else e.sender_id end as sender_id, e.created_at,
                case when not p.withheld then r.created_at end as recalled_at,
                case when not p.withheld and (e.recalled_by_seq is null or e.created_at >= :recalled_since::text::timestamptz)
                    then e.body else '{}' end as body,
                p.withheld
            """;

    private static final String RECALL_PART = """
            left join lateral (
                select y.created_at
                from messaging_entry y
                where y.conversation_id = e.conversation_id and y.seq = e.recalled_by_seq
                order by y.conversation_id, y.seq
                limit 1) r on true
            """;

    /** Whether the one who said it may be read at that time; where that matters. */
    private static final String SPEAKER_PART = """
            (not :by_speaker::boolean or exists (
                select 1
                from unnest(:speaker_places::bigint[], :speakers::bigint[], :speaker_froms::text[]::timestamptz[],
                            :speaker_untils::text[]::timestamptz[])
                    as s (conversation_id, sender_id, from_at, until_at)
                where s.conversation_id = e.conversation_id and s.sender_id = e.sender_id
                    and e.created_at >= s.from_at and e.created_at < s.until_at))
            """;

    /**
     * The first entries at or behind some moments, found by halving: times rise with the numbers, as closely as clocks of servers agree. So
     * no log is walked to find where a window begins.
     */
    static final String BORDERS = """
            with recursive step (place, at, lo, hi) as (
                select i.place, i.at::timestamptz, 0::bigint, h.seq + 1
                from unnest(:ats::text[]) with ordinality as i (at, place)
                join messaging_conversation c on c.id = :conversation_id and c.org_id = :org_id and c.external
                join messaging_head h on h.conversation_id = c.id
                union all
                select s.place, s.at, case when e.created_at < s.at then e.seq else s.lo end,
                    case when e.created_at < s.at then s.hi else e.seq end
                from step s
                cross join lateral (
                    select x.seq, x.created_at
                    from messaging_entry x
                    where x.conversation_id = :conversation_id and x.seq = (s.lo + s.hi) / 2
                    order by x.conversation_id, x.seq
                    limit 1) e
                where s.hi - s.lo > 1)
            select place, hi
            from step
            where hi - lo <= 1
            """;

    /** Each window is walked by itself, from its newest message on, and no further than it reaches. */
    static final String READ = "select " + COLUMNS_PART + """
            from messaging_conversation c
            cross join lateral (
                select x.conversation_id, x.seq, x.kind, x.sender_id, x.created_at, x.recalled_by_seq, x.body
                from unnest(:firsts::bigint[], :lasts::bigint[], :froms::text[]::timestamptz[], :untils::text[]::timestamptz[])
                    as w (first_seq, last_seq, from_at, until_at)
                cross join lateral (
                    select n.conversation_id, n.seq, n.kind, n.sender_id, n.created_at, n.recalled_by_seq, n.body
                    from messaging_entry n
                    where n.conversation_id = c.id and n.seq >= w.first_seq and n.seq <= w.last_seq and n.seq < :before
                        and n.kind not in ('RECALL', 'SYSTEM') and n.created_at >= w.from_at and n.created_at < w.until_at
                    order by n.conversation_id desc, n.seq desc
                    limit :limit) x
                order by x.seq desc
                limit :limit
            ) e
            cross join lateral (
                select not
            """ + SPEAKER_PART + """
                as withheld) p
            """ + RECALL_PART + """
            where c.id = :conversation_id and c.org_id = :org_id and c.external
            order by e.seq desc
            """;

    /** Each window is walked by itself, from its newest message; callers ask for a bounded number of them. */
    static final String SEARCH = "select " + COLUMNS_PART + """
            from unnest(:conversations::bigint[], :places::bigint[], :befores::bigint[],
                        :froms::text[]::timestamptz[], :untils::text[]::timestamptz[])
                as w (conversation_id, place, before_seq, from_at, until_at)
            join messaging_conversation c on c.id = w.conversation_id and c.org_id = :org_id and c.external
            cross join lateral (
                select e.conversation_id, e.seq, e.kind, e.sender_id, e.created_at, e.recalled_by_seq, e.body
                from messaging_entry e
                where e.conversation_id = w.conversation_id and e.seq < w.before_seq
                    and e.created_at >= w.from_at and e.created_at < w.until_at and e.kind in ('TEXT', 'IMAGE', 'FILE')
                    and coalesce(e.body::json ->> 'text', e.body::json -> 'file' ->> 'name') ilike :pattern
                    and (e.recalled_by_seq is null or e.created_at >= :recalled_since::text::timestamptz)
                    and
            """ + SPEAKER_PART + """
                order by e.conversation_id desc, e.seq desc
                limit :limit
            ) e
            cross join (values (false)) as p (withheld)
            """ + RECALL_PART + """
            order by w.place, e.seq desc
            limit :limit
            """;

    /** The last stays of employees in groups, and of some customers. */
    static final String STAYS = """
            select c.id, m.principal_id, m.guest, m.joined_at, m.left_at
            from messaging_conversation c
            join messaging_member m on m.conversation_id = c.id and (not m.guest or m.principal_id = any(:customers))
            where c.org_id = :org_id and c.id = any(:ids) and c.external and c.kind = 'GROUP'
            order by c.id, m.principal_id
            """;

    static final String TITLES = """
            select id, title
            from messaging_conversation
            where org_id = :org_id and id = any(:ids) and external and kind = 'GROUP'
            """;

    /** Of all companies: org_id is the stretch's. The fence keeps the walk to conversations with customers. */
    static final String DEEDS = """
            select c.org_id, c.id as conversation_id, e.seq, e.kind, e.sender_id, e.created_at,
                case when e.kind = 'RECALL' then '{}'::bigint[] else array(
                    select g.principal_id
                    from messaging_member g
                    where g.conversation_id = c.id and g.guest
                        and g.principal_id in (
                            select value::bigint
                            from json_array_elements_text(coalesce(e.body::json -> 'members', '[]')))
                    order by g.principal_id) end as customers
            from unnest(:orgs::bigint[], :conversations::bigint[], :firsts::bigint[], :lasts::bigint[])
                as i (org_id, conversation_id, first_seq, last_seq)
            join messaging_conversation c on c.id = i.conversation_id and c.org_id = i.org_id and c.external
            cross join lateral (
                select x.seq, x.kind, x.sender_id, x.created_at, x.body
                from messaging_entry x
                where x.conversation_id = c.id and x.seq between i.first_seq and i.last_seq
                    and (x.kind = 'RECALL' or x.kind = 'SYSTEM' and x.body::json ->> 'event' = 'REMOVED')
                offset 0) e
            join messaging_member m on m.conversation_id = c.id and m.principal_id = e.sender_id and not m.guest
            """;

    /** Of all companies: org_id is the key's. */
    static final String STORED = """
            select i.place, e.seq
            from unnest(:orgs::bigint[], :conversations::bigint[], :senders::bigint[], :keys::text[]) with ordinality
                as i (org_id, conversation_id, sender_id, client_key, place)
            join messaging_entry e on e.conversation_id = i.conversation_id and e.sender_id = i.sender_id
                and e.client_key = i.client_key and e.org_id = i.org_id
            """;

    static final String PARTIES = """
            select c.id, c.customer_id, m.principal_id, m.guest, m.left_at is null as there
            from messaging_conversation c
            join messaging_member m on m.conversation_id = c.id
            where c.org_id = :org_id and c.id = any(:ids) and c.external
            order by c.id, m.principal_id
            """;

    private static final RowMapper<Said> SAID = OversightStore::said;

    private static final RowMapper<Deed> DEED = OversightStore::deed;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    OversightStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Clocks of servers differ by less. */
    private static final Duration SKEW = Duration.ofSeconds(10);

    List<Said> read(Permission permission, long before, int limit) {
        List<Window> windows = permission.windows();
        Map<Integer, Long> borders = borders(permission);
        Long[] firsts = new Long[windows.size()];
        Long[] lasts = new Long[windows.size()];
        for (int i = 0; i < windows.size(); i++) {
            firsts[i] = borders.getOrDefault(2 * i, 0L);
            lasts[i] = borders.getOrDefault(2 * i + 1, Long.MAX_VALUE);
        }
        return speakers(READ, List.of(permission))
                .param("conversation_id", permission.conversationId())
                .param("before", before)
                .param("firsts", firsts)
                .param("lasts", lasts)
                .param("froms", froms(windows))
                .param("untils", untils(windows))
                .param("limit", limit)
                .query(SAID)
                .list();
    }

    /** Of each window where it begins, and behind its end; by twice its place, and one more. */
    private Map<Integer, Long> borders(Permission permission) {
        List<String> ats = new ArrayList<>();
        for (Window window : permission.windows()) {
            ats.add(window.from().minus(SKEW).toString());
            ats.add(
                    window.until() == null
                            ? ENDLESS_PART
                            : window.until().plus(SKEW).toString());
        }
        Map<Integer, Long> borders = new HashMap<>();
        jdbc.sql(BORDERS)
                .param("org_id", permission.orgId())
                .param("conversation_id", permission.conversationId())
                .param("ats", ats.toArray(String[]::new))
                .query((rs, n) -> borders.put(rs.getInt("place") - 1, rs.getLong("hi")))
                .list();
        return borders;
    }

    /** @param permissions all for threads, or all for groups */
    private JdbcClient.StatementSpec speakers(String sql, List<Permission> permissions) {
        List<Long> places = new ArrayList<>();
        List<Long> senders = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        for (Permission permission : permissions) {
            Objects.requireNonNullElse(permission.speakers(), Map.<Long, List<Window>>of())
                    .forEach((sender, times) -> times.forEach(window -> {
                        places.add(permission.conversationId());
                        senders.add(sender);
                        windows.add(window);
                    }));
        }
        Permission first = permissions.getFirst();
        return jdbc.sql(sql)
                .param("org_id", first.orgId())
                .param("recalled_since", recalledSince(first))
                .param("by_speaker", first.speakers() != null)
                .param("speaker_places", places.toArray(Long[]::new))
                .param("speakers", senders.toArray(Long[]::new))
                .param("speaker_froms", froms(windows))
                .param("speaker_untils", untils(windows));
    }

    List<Said> search(List<Permission> permissions, String pattern, long before, int limit) {
        List<Long> conversations = new ArrayList<>();
        List<Long> places = new ArrayList<>();
        List<Long> befores = new ArrayList<>();
        List<Window> windows = new ArrayList<>();
        for (int i = 0; i < permissions.size(); i++) {
            for (Window window : permissions.get(i).windows()) {
                conversations.add(permissions.get(i).conversationId());
                places.add((long) i);
                befores.add(i == 0 ? before : Long.MAX_VALUE);
                windows.add(window);
            }
        }
        return speakers(SEARCH, permissions)
                .param("conversations", conversations.toArray(Long[]::new))
                .param("places", places.toArray(Long[]::new))
                .param("befores", befores.toArray(Long[]::new))
                .param("froms", froms(windows))
                .param("untils", untils(windows))
                .param("pattern", pattern)
                .param("limit", limit)
                .query(SAID)
                .list();
    }

    private static String recalledSince(Permission permission) {
        return permission.recalledSince() == null
                ? ENDLESS_PART
                : permission.recalledSince().toString();
    }

    private static String[] froms(List<Window> windows) {
        return windows.stream().map(window -> window.from().toString()).toArray(String[]::new);
    }

    private static String[] untils(List<Window> windows) {
        return windows.stream()
                .map(window ->
                        window.until() == null ? ENDLESS_PART : window.until().toString())
                .toArray(String[]::new);
    }

    Optional<Long> fileId(Said said) {
        long id = json.readTree(said.body()).path("file").path("id").asLong(0);
        return id == 0 ? Optional.empty() : Optional.of(id);
    }

    List<Deed> deeds(List<Stretch> stretches) {
        return jdbc.sql(DEEDS)
                .param("orgs", numbers(stretches, Stretch::orgId))
                .param("conversations", numbers(stretches, Stretch::conversationId))
                .param("firsts", numbers(stretches, Stretch::firstSeq))
                .param("lasts", numbers(stretches, Stretch::lastSeq))
                .query(DEED)
                .list();
    }

    private static <T> Long[] numbers(Collection<T> all, ToLongFunction<T> field) {
        return all.stream().mapToLong(field).boxed().toArray(Long[]::new);
    }

    Map<Key, Long> stored(Collection<Key> keys) {
        List<Key> asked = List.copyOf(keys);
        Map<Key, Long> found = new HashMap<>();
        jdbc.sql(STORED)
                .param("orgs", numbers(asked, Key::orgId))
                .param("conversations", numbers(asked, Key::conversationId))
                .param("senders", numbers(asked, Key::senderId))
                .param("keys", texts(asked, Key::key))
                .query((rs, n) -> found.put(asked.get(rs.getInt("place") - 1), rs.getLong("seq")))
                .list();
        return found;
    }

    private static String[] texts(List<Key> keys, Function<Key, String> field) {
        return keys.stream().map(field).toArray(String[]::new);
    }

    List<Stay> stays(long orgId, Collection<Long> groups, Collection<Long> customers) {
        return jdbc.sql(STAYS)
                .param("org_id", orgId)
                .param("ids", groups.toArray(Long[]::new))
                .param("customers", customers.toArray(Long[]::new))
                .query((rs, n) -> new Stay(
                        rs.getLong("id"),
                        rs.getLong("principal_id"),
                        rs.getBoolean("guest"),
                        new Window(Sql.instant(rs, "joined_at"), Sql.instantOrNull(rs, "left_at"))))
                .list();
    }

    Map<Long, String> titles(long orgId, Collection<Long> groups) {
        Map<Long, String> titles = new HashMap<>();
        jdbc.sql(TITLES)
                .param("org_id", orgId)
                .param("ids", groups.toArray(Long[]::new))
                .query((rs, n) -> titles.put(rs.getLong("id"), rs.getString("title")))
                .list();
        return titles;
    }

    List<Party> parties(long orgId, Collection<Long> conversations) {
        Map<Long, Party> found = new LinkedHashMap<>();
        jdbc.sql(PARTIES)
                .param("org_id", orgId)
                .param("ids", conversations.toArray(Long[]::new))
                .query((rs, n) -> {
                    Party one = new Party(
                            orgId,
                            rs.getLong("id"),
                            Sql.longOrNull(rs, "customer_id"),
                            List.of(new Party.Seat(
                                    rs.getLong("principal_id"), rs.getBoolean("guest"), rs.getBoolean("there"))));
                    return found.merge(one.conversationId(), one, OversightStore::together);
                })
                .list();
        return List.copyOf(found.values());
    }

    private static Party together(Party some, Party more) {
        List<Party.Seat> seats = new ArrayList<>(some.seats());
        seats.addAll(more.seats());
        return new Party(some.orgId(), some.conversationId(), some.customerId(), seats);
    }

    private static Said said(ResultSet rs, int n) throws SQLException {
        return new Said(
                rs.getLong("conversation_id"),
                rs.getLong("seq"),
                EntryKind.valueOf(rs.getString("kind")),
                rs.getLong("sender_id"),
                Sql.instant(rs, "created_at"),
                Sql.instantOrNull(rs, "recalled_at"),
                rs.getString("body"),
                rs.getBoolean("withheld"));
    }

    private static Deed deed(ResultSet rs, int n) throws SQLException {
        return new Deed(
                rs.getLong("org_id"),
                rs.getLong("conversation_id"),
                rs.getLong("seq"),
                rs.getString("kind").equals("RECALL"),
                rs.getLong("sender_id"),
                Arrays.asList((Long[]) rs.getArray("customers").getArray()),
                Sql.instant(rs, "created_at"));
    }
}
