package org.qiao.customergroup;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Groups, as they are kept. */
@Repository
class CustomerGroupStore {

    private static final String COLUMNS_PART = """
            g.id, g.org_id, g.conversation_id, g.owner_id, g.first_staff, g.first_customers, g.title, g.notice, g.notice_by,
            g.notice_at, g.name_locked, g.muted_all, g.welcome, g.replies, g.customers, g.log_seq, g.version, g.created_at,
            g.dissolved_at is not null as dissolved
            """;

    static final String INSERT = """
            insert into customergroup (org_id, owner_id, opened_by, open_key, first_staff, first_customers, title, created_at)
            values (:org_id, :owner_id, :opened_by, :key, :staff, :customers, :title, :now)
            on conflict (org_id, opened_by, open_key) do nothing
            returning id
            """;

    static final String FIND_KEY = """
            select id
            from customergroup
            where org_id = :org_id and opened_by = :opened_by and open_key = :key
            """;

    static final String FIND = "select " + COLUMNS_PART + """
            from customergroup g
            where g.org_id = :org_id and g.id = any(:ids)
            """;

    static final String FIND_CONVERSATIONS = "select " + COLUMNS_PART + """
            from customergroup g
            where g.org_id = :org_id and g.conversation_id = any(:conversations)
            """;

    /** Of all companies. */
    static final String AMONG = """
            select i.conversation_id
            from unnest(:orgs::bigint[], :conversations::bigint[]) as i (org_id, conversation_id)
            where exists (
                select 1
                from customergroup g
                where g.org_id = i.org_id and g.conversation_id = i.conversation_id)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from customergroup g
            where g.org_id = :org_id and g.id = :id
            for update
            """;

    /** Groups in which somebody sits. */
    static final String LIST_OF = "select " + COLUMNS_PART + """
            from customergroup_member m
            join customergroup g on g.org_id = m.org_id and g.id = m.group_id and g.dissolved_at is null
            where m.org_id = :org_id and m.person_id = :person_id and m.left_at is null and m.guest = :guest
                and m.group_id < :before and (:pattern::text is null or g.title ilike :pattern::text)
            order by m.group_id desc
            limit :limit
            """;

    /** Groups of some owners, or all of the company. */
    static final String LIST = "select " + COLUMNS_PART + """
            from customergroup g
            where g.org_id = :org_id and g.dissolved_at is null and g.id < :before
                and (:everybody or g.owner_id in (select unnest(:owners::bigint[])))
                and (:pattern::text is null or g.title ilike :pattern::text)
            order by g.id desc
            limit :limit
            """;

    static final String COUNT_OF_OWNERS = """
            select owner_id, count(*) as groups
            from customergroup
            where org_id = :org_id and owner_id = any(:owners) and dissolved_at is null
            group by owner_id
            """;

    static final String TOTALS = """
            select count(*) as groups, coalesce(sum(customers), 0) as customers
            from customergroup
            where org_id = :org_id and dissolved_at is null
                and (:everybody or id in (select unnest(:ids::bigint[])))
            """;

    static final String IDS_OF_OWNERS = """
            select id
            from customergroup
            where org_id = :org_id and owner_id in (select unnest(:owners::bigint[])) and dissolved_at is null
            """;

    static final String SET_CONVERSATION = """
            update customergroup
            set conversation_id = :conversation_id
            where org_id = :org_id and id = :id and conversation_id is null
            """;

    static final String SET_TITLE = """
            update customergroup
            set title = :title, version = version + 1
            where org_id = :org_id and id = :id and title <> :title
            """;

    static final String SET_OWNER = """
            update customergroup
            set owner_id = :owner_id
            where org_id = :org_id and id = :id and owner_id <> :owner_id
            """;

    static final String SET_NOTICE = """
            update customergroup
            set notice = :text, notice_by = :by, notice_at = :now, version = version + 1
            where org_id = :org_id and id = :id
            """;

    /** What was replied counts for the replies that were there. */
    static final String SET_RULES = """
            update customergroup
            set name_locked = :name_locked, muted_all = :muted_all, welcome = :welcome::jsonb, replies = :replies::jsonb,
                replied = case when replies = :replies::jsonb then replied else '{}' end, version = version + 1
            where org_id = :org_id and id = :id
            """;

    static final String MOVED = """
            update customergroup
            set log_seq = :seq, dissolved_at = coalesce(dissolved_at, :dissolved_at::timestamptz),
                customers = (
                    select count(*)
                    from customergroup_member m
                    where m.org_id = :org_id and m.group_id = :id and m.guest and m.left_at is null)
            where org_id = :org_id and id = :id
            """;

    static final String READ_ON = """
            update customergroup
            set log_seq = :seq
            where org_id = :org_id and id = :id
            """;

    static final String REPLIED = """
            select replied
            from customergroup
            where org_id = :org_id and id = :id
            """;

    static final String SET_REPLIED = """
            update customergroup
            set replied = :replied::jsonb
            where org_id = :org_id and id = :id
            """;

    /** For the clock, which acts for nobody: rows say which company (org_id). */
    static final String UNOPENED = "select " + COLUMNS_PART + """
            from customergroup g
            where g.conversation_id is null and g.dissolved_at is null and g.created_at < :before
                and (g.open_at is null or g.open_at <= :now)
            order by g.created_at
            limit :limit
            """;

    static final String OPEN_LATER = """
            update customergroup
            set open_failures = open_failures + 1, open_at = :until
            where org_id = :org_id and id = :id and conversation_id is null
            returning open_failures
            """;

    static final String GIVE_UP = """
            update customergroup
            set dissolved_at = :now
            where org_id = :org_id and id = :id and conversation_id is null
            """;

    /** Companies that have groups: asked once, when the server starts. Rows are their org_id. */
    static final String COMPANIES = """
            select distinct org_id
            from customergroup
            where dissolved_at is null
            """;

    private static final TypeReference<List<GroupReply>> REPLIES = new TypeReference<>() {};
    private static final TypeReference<Map<Integer, Instant>> MOMENTS = new TypeReference<>() {};

    /** Uploads that welcomes and replies of living groups attach. */
    static final String KEPT = """
            select distinct (f.id #>> '{}')::bigint as id
            from customergroup g
            cross join lateral (
                select jsonb_path_query(g.welcome, '$.attachments[*] ? (@.kind == "FILE").id')
                union all
                select jsonb_path_query(g.replies, '$[*].attachments[*] ? (@.kind == "FILE").id')) as f (id)
            where g.org_id = :org_id and g.dissolved_at is null and (f.id #>> '{}')::bigint = any(:ids)
            """;

    private final JdbcClient jdbc;
    private final JsonMapper json;

    CustomerGroupStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Empty when the key was used before. */
    Optional<Long> insert(Openings.NewGroup group, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", group.orgId())
                .param("owner_id", group.ownerId())
                .param("opened_by", group.openedBy())
                .param("key", group.key())
                .param("staff", group.staff().toArray(Long[]::new))
                .param("customers", group.customers().toArray(Long[]::new))
                .param("title", group.title())
                .param("now", Sql.at(now))
                .query(Long.class)
                .optional();
    }

    Optional<Long> findKey(long orgId, long openedBy, String key) {
        return jdbc.sql(FIND_KEY)
                .param("org_id", orgId)
                .param("opened_by", openedBy)
                .param("key", key)
                .query(Long.class)
                .optional();
    }

    Optional<CustomerGroup> find(long orgId, long id) {
        return findAll(orgId, Set.of(id)).stream().findFirst();
    }

    /** Those of the uploads. */
    Set<Long> kept(long orgId, Collection<Long> files) {
        return Set.copyOf(jdbc.sql(KEPT)
                .param("org_id", orgId)
                .param("ids", files.toArray(Long[]::new))
                .query(Long.class)
                .list());
    }

    List<CustomerGroup> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    Optional<CustomerGroup> findConversation(long orgId, long conversationId) {
        return findConversations(orgId, List.of(conversationId)).stream().findFirst();
    }

    List<CustomerGroup> findConversations(long orgId, Collection<Long> conversations) {
        return jdbc.sql(FIND_CONVERSATIONS)
                .param("org_id", orgId)
                .param("conversations", conversations.toArray(Long[]::new))
                .query(this::row)
                .list();
    }

    Set<Long> among(Collection<Stretch> stretches) {
        return Set.copyOf(jdbc.sql(AMONG)
                .param("orgs", Stretch.orgIds(stretches))
                .param("conversations", Stretch.conversationIds(stretches))
                .query(Long.class)
                .list());
    }

    Optional<CustomerGroup> lock(long orgId, long id) {
        return of(LOCK, orgId, id).query(this::row).optional();
    }

    /** @param before only older ones */
    record Slice(long before, @Nullable String pattern, int limit) {}

    List<CustomerGroup> listOf(long orgId, long personId, boolean guest, Slice slice) {
        return slice(LIST_OF, orgId, slice)
                .param("person_id", personId)
                .param("guest", guest)
                .query(this::row)
                .list();
    }

    /** @param owners null for everybody */
    List<CustomerGroup> list(long orgId, @Nullable Collection<Long> owners, Slice slice) {
        return slice(LIST, orgId, slice)
                .param("everybody", owners == null)
                .param("owners", ids(owners))
                .query(this::row)
                .list();
    }

    Map<Long, Integer> countOfOwners(long orgId, Collection<Long> owners) {
        Map<Long, Integer> counts = new HashMap<>();
        jdbc.sql(COUNT_OF_OWNERS)
                .param("org_id", orgId)
                .param("owners", owners.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    counts.put(rs.getLong("owner_id"), rs.getInt("groups"));
                });
        return counts;
    }

    record Totals(int groups, int customers) {}

    /** @param ids null for all of the company */
    Totals totals(long orgId, @Nullable Collection<Long> ids) {
        return jdbc.sql(TOTALS)
                .param("org_id", orgId)
                .param("everybody", ids == null)
                .param("ids", ids(ids))
                .query((rs, n) -> new Totals(rs.getInt("groups"), rs.getInt("customers")))
                .single();
    }

    List<Long> idsOfOwners(long orgId, Collection<Long> owners) {
        return jdbc.sql(IDS_OF_OWNERS)
                .param("org_id", orgId)
                .param("owners", owners.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    /** False when it had one already. */
    boolean setConversation(long orgId, long id, long conversationId) {
        return of(SET_CONVERSATION, orgId, id)
                        .param("conversation_id", conversationId)
                        .update()
                == 1;
    }

    void setTitle(long orgId, long id, String title) {
        of(SET_TITLE, orgId, id).param("title", title).update();
    }

    void setOwner(long orgId, long id, long ownerId) {
        of(SET_OWNER, orgId, id).param("owner_id", ownerId).update();
    }

    void setNotice(long orgId, long id, CustomerGroup.Notice notice) {
        of(SET_NOTICE, orgId, id)
                .param("text", notice.text())
                .param("by", notice.by())
                .param("now", Sql.atOrNull(notice.at()))
                .update();
    }

    void setRules(long orgId, long id, CustomerGroup.Rules rules) {
        of(SET_RULES, orgId, id)
                .param("name_locked", rules.nameLocked())
                .param("muted_all", rules.mutedAll())
                .param("welcome", rules.welcome() == null ? null : json.writeValueAsString(rules.welcome()))
                .param("replies", json.writeValueAsString(rules.replies()))
                .update();
    }

    /** Somebody came or went; its customers are counted anew. */
    void moved(long orgId, long id, long seq, @Nullable Instant dissolvedAt) {
        of(MOVED, orgId, id)
                .param("seq", seq)
                .param("dissolved_at", Sql.atOrNull(dissolvedAt))
                .update();
    }

    void readOn(long orgId, long id, long seq) {
        of(READ_ON, orgId, id).param("seq", seq).update();
    }

    Map<Integer, Instant> replied(long orgId, long id) {
        return of(REPLIED, orgId, id)
                .query((rs, n) -> json.readValue(rs.getString("replied"), MOMENTS))
                .single();
    }

    void setReplied(long orgId, long id, Map<Integer, Instant> replied) {
        of(SET_REPLIED, orgId, id)
                .param("replied", json.writeValueAsString(replied))
                .update();
    }

    List<CustomerGroup> unopened(Instant before, Instant now, int limit) {
        return jdbc.sql(UNOPENED)
                .param("now", Sql.at(now))
                .param("before", Sql.at(before))
                .param("limit", limit)
                .query(this::row)
                .list();
    }

    /** @return how often it has failed */
    int openLater(CustomerGroup group, Instant until) {
        return of(OPEN_LATER, group.orgId(), group.id())
                .param("until", Sql.at(until))
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    void giveUp(long orgId, long id, Instant now) {
        of(GIVE_UP, orgId, id).param("now", Sql.at(now)).update();
    }

    Set<Long> companies() {
        return Set.copyOf(jdbc.sql(COMPANIES).query(Long.class).list());
    }

    private static Long[] ids(@Nullable Collection<Long> some) {
        return some == null ? new Long[0] : some.toArray(Long[]::new);
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, long id) {
        return jdbc.sql(sql).param("org_id", orgId).param("id", id);
    }

    private JdbcClient.StatementSpec slice(String sql, long orgId, Slice slice) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param("before", slice.before())
                .param("pattern", slice.pattern())
                .param("limit", slice.limit());
    }

    private CustomerGroup row(ResultSet rs, int number) throws SQLException {
        String welcome = rs.getString("welcome");
        return new CustomerGroup(
                rs.getLong("id"),
                rs.getLong("org_id"),
                Sql.longOrNull(rs, "conversation_id"),
                rs.getLong("owner_id"),
                new CustomerGroup.First(longs(rs, "first_staff"), longs(rs, "first_customers")),
                rs.getString("title"),
                new CustomerGroup.Notice(
                        rs.getString("notice"), Sql.longOrNull(rs, "notice_by"), Sql.instantOrNull(rs, "notice_at")),
                new CustomerGroup.Rules(
                        rs.getBoolean("name_locked"),
                        rs.getBoolean("muted_all"),
                        welcome == null ? null : json.readValue(welcome, GroupWelcome.class),
                        json.readValue(rs.getString("replies"), REPLIES)),
                rs.getInt("customers"),
                rs.getLong("log_seq"),
                rs.getInt("version"),
                Sql.instant(rs, "created_at"),
                rs.getBoolean("dissolved"));
    }

    private static List<Long> longs(ResultSet rs, String column) throws SQLException {
        return List.of((Long[]) rs.getArray(column).getArray());
    }
}
