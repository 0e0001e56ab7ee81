package org.qiao.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Relations and how many open ones each member has. */
@Repository
class RelationStore {

    /** More than a company has employees; a bound all the same. */
    private static final int EVERYBODY = 10_000;

    private static final String COLUMNS_PART = """
            r.id, r.org_id, r.customer_id, r.member_id, r.conversation_id, r.remark, r.description, r.remark_company, r.phones,
            r.add_way, r.state, r.way_id, r.end_reason, r.opened_at, r.closed_at
            """;

    static final String INSERT = """
            insert into customer_relation as r (org_id, customer_id, member_id, conversation_id, remark, description,
                remark_company, phones, add_way, state, way_id, opened_at)
            values (:org_id, :customer_id, :member_id, :conversation_id, :remark, :description, :remark_company, :phones,
                :add_way, :state, :way_id, :now)
            returning
            """ + COLUMNS_PART;

    static final String FIND = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.id = any(:ids)
            """;

    static final String LOCK = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.id = :id
            for update
            """;

    static final String OPEN_OF_PAIR = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = :customer_id and r.member_id = :member_id and r.status = 'ACTIVE'
            """;

    /** The thread that the two had before, unless somebody else has it by now. */
    static final String LAST_THREAD = """
            select r.conversation_id
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = :customer_id and r.member_id = :member_id
                and r.conversation_id is not null and r.end_reason <> 'HANDED_OVER'
                and not exists (
                    select 1
                    from customer_relation o
                    where o.org_id = r.org_id and o.conversation_id = r.conversation_id and o.id > r.id)
            order by r.id desc
            limit 1
            """;

    static final String OF_CUSTOMER = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = :customer_id
            order by r.id desc
            limit :limit
            """;

    static final String OF_CONVERSATION = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.conversation_id = any(:ids)
            order by r.id
            """;

    /** Of all companies: org_id is the stretch's. */
    static final String THREADS_AMONG = """
            select i.conversation_id
            from unnest(:orgs::bigint[], :conversations::bigint[]) as i (org_id, conversation_id)
            where exists (
                select 1
                from customer_relation r
                where r.org_id = i.org_id and r.conversation_id = i.conversation_id)
            """;

    static final String OF_MEMBER = "select " + COLUMNS_PART + """
            from customer_relation r
            where r.org_id = :org_id and r.member_id = :member_id and r.status = 'ACTIVE' and r.id > :after
            order by r.id
            limit :limit
            """;

    static final String LIST = "select " + COLUMNS_PART + """
            from customer_relation r
            join customer c on c.org_id = r.org_id and c.principal_id = r.customer_id
            where r.org_id = :org_id
                and (:members::bigint[] is null or r.member_id = any(:members::bigint[]))
                and (:open::boolean is null or (r.status = 'ACTIVE') = :open::boolean)
                and r.id < :before
                and (:pattern::text is null
                    or c.name ilike :pattern::text
                    or r.remark ilike :pattern::text
                    or r.remark_company ilike :pattern::text
                    or r.description ilike :pattern::text
                    or array_to_string(r.phones, ' ') like :pattern::text
                    or exists (
                        select 1
                        from customer_key k
                        where k.org_id = r.org_id and k.customer_id = r.customer_id and k.value ilike :pattern::text))
            order by r.id desc
            limit :limit
            """;

    static final String SERVES = """
            select exists (
                select 1
                from customer_relation r
                where r.org_id = :org_id and r.customer_id = :customer_id and r.member_id = :member_id and r.status = 'ACTIVE')
            """;

    static final String SERVERS = """
            select distinct r.member_id
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = :customer_id
            """;

    static final String SERVERS_OF = """
            select customer_id, member_id
            from customer_relation
            where org_id = :org_id and customer_id = any(:customers) and closed_at is null
            order by customer_id, id
            """;

    static final String SERVED_BY = """
            select distinct r.customer_id
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = any(:customers) and r.member_id = any(:members)
            """;

    static final String OPEN_AMONG = """
            select r.customer_id, r.member_id
            from customer_relation r
            where r.org_id = :org_id and r.customer_id = any(:customers) and r.member_id = any(:members) and r.status = 'ACTIVE'
            """;

    static final String SET_CONVERSATION = """
            update customer_relation
            set conversation_id = :conversation_id
            where org_id = :org_id and id = :id and conversation_id is null
            """;

    static final String SET_REMARK = """
            update customer_relation
            set remark = :remark, description = :description, remark_company = :remark_company, phones = :phones
            where org_id = :org_id and id = :id
            """;

    static final String CLOSE = """
            update customer_relation
            set status = 'CLOSED', end_reason = :reason, closed_at = :now, closed_by = :by
            where org_id = :org_id and id = :id and status = 'ACTIVE'
            """;

    static final String REOPEN = """
            update customer_relation
            set status = 'ACTIVE', end_reason = null, closed_at = null, closed_by = null
            where org_id = :org_id and id = :id and status = 'CLOSED'
            """;

    static final String MOVE = """
            update customer_relation
            set customer_id = :to
            where org_id = :org_id and id = any(:ids) and customer_id = :from
            """;

    static final String IDS_OF_CUSTOMER = """
            select id
            from customer_relation
            where org_id = :org_id and customer_id = :customer_id
            order by id
            """;

    /** One more, unless the member is full: then no row comes back. */
    static final String TAKE = """
            insert into customer_load as l (org_id, member_id, open)
            values (:org_id, :member_id, 1)
            on conflict (org_id, member_id) do update set open = l.open + 1
                where l.open < :most
            returning open
            """;

    static final String GIVE_BACK = """
            update customer_load
            set open = open - 1
            where org_id = :org_id and member_id = :member_id
            """;

    static final String LOADS = """
            select member_id, open
            from customer_load
            where org_id = :org_id and member_id = any(:ids)
            """;

    static final String TOTAL = """
            select coalesce(sum(open), 0)
            from customer_load
            where org_id = :org_id
            """;

    private static final RowMapper<CustomerRelation> ROW = RelationStore::row;

    private final JdbcClient jdbc;

    RelationStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private static CustomerRelation row(ResultSet rs, int number) throws SQLException {
        String end = rs.getString("end_reason");
        return new CustomerRelation(
                rs.getLong("id"),
                rs.getLong("org_id"),
                rs.getLong("customer_id"),
                rs.getLong("member_id"),
                Sql.longOrNull(rs, "conversation_id"),
                new Remark(
                        rs.getString("remark"),
                        rs.getString("description"),
                        rs.getString("remark_company"),
                        List.of((String[]) rs.getArray("phones").getArray())),
                AddWay.valueOf(rs.getString("add_way")),
                rs.getString("state"),
                Sql.longOrNull(rs, "way_id"),
                end == null ? null : RelationEnd.valueOf(end),
                Sql.instant(rs, "opened_at"),
                Sql.instantOrNull(rs, "closed_at"));
    }

    CustomerRelation insert(CustomerRelations.NewRelation wanted, Instant now) {
        return jdbc.sql(INSERT)
                .param("org_id", wanted.orgId())
                .param("customer_id", wanted.customerId())
                .param("member_id", wanted.memberId())
                .param("conversation_id", wanted.conversationId())
                .param("remark", wanted.remark().text())
                .param("description", wanted.remark().description())
                .param("remark_company", wanted.remark().company())
                .param("phones", wanted.remark().phones().toArray(String[]::new))
                .param("add_way", wanted.addWay().name())
                .param("state", wanted.state())
                .param("way_id", wanted.wayId())
                .param("now", Sql.at(now))
                .query(ROW)
                .single();
    }

    Optional<CustomerRelation> find(long orgId, long id) {
        return findAll(orgId, List.of(id)).stream().findFirst();
    }

    List<CustomerRelation> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Optional<CustomerRelation> lock(long orgId, long id) {
        return jdbc.sql(LOCK).param("org_id", orgId).param("id", id).query(ROW).optional();
    }

    Optional<CustomerRelation> openOfPair(long orgId, long customerId, long memberId) {
        return jdbc.sql(OPEN_OF_PAIR)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("member_id", memberId)
                .query(ROW)
                .optional();
    }

    Optional<Long> lastThread(long orgId, long customerId, long memberId) {
        return jdbc.sql(LAST_THREAD)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("member_id", memberId)
                .query(Long.class)
                .optional();
    }

    List<CustomerRelation> ofCustomer(long orgId, long customerId) {
        return ofCustomer(orgId, customerId, EVERYBODY);
    }

    /** Newest first. */
    List<CustomerRelation> ofCustomer(long orgId, long customerId, int limit) {
        return jdbc.sql(OF_CUSTOMER)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    List<CustomerRelation> ofConversations(long orgId, Collection<Long> ids) {
        return jdbc.sql(OF_CONVERSATION)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    Set<Long> threadsAmong(Collection<Stretch> stretches) {
        return Set.copyOf(jdbc.sql(THREADS_AMONG)
                .param("orgs", Stretch.orgIds(stretches))
                .param("conversations", Stretch.conversationIds(stretches))
                .query(Long.class)
                .list());
    }

    List<CustomerRelation> ofMember(long orgId, long memberId, long after, int limit) {
        return jdbc.sql(OF_MEMBER)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("after", after)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    /**
     * What is looked for.
     *
     * @param members null: of everybody
     * @param open null: closed ones, too
     * @param pattern for ilike; null: all
     */
    record Wanted(
            @Nullable Collection<Long> members,
            @Nullable Boolean open,
            @Nullable String pattern,
            long before) {}

    List<CustomerRelation> list(long orgId, Wanted wanted, int limit) {
        Collection<Long> members = wanted.members();
        return jdbc.sql(LIST)
                .param("org_id", orgId)
                .param("members", members == null ? null : members.toArray(Long[]::new))
                .param("open", wanted.open())
                .param("pattern", wanted.pattern())
                .param("before", wanted.before())
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    boolean serves(long orgId, long customerId, long memberId) {
        return jdbc.sql(SERVES)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .param("member_id", memberId)
                .query(Boolean.class)
                .single();
    }

    /** Whoever serves the customer or has served him. */
    List<Long> servers(long orgId, long customerId) {
        return jdbc.sql(SERVERS)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .query(Long.class)
                .list();
    }

    /** Who serves each of them now. */
    Map<Long, List<Long>> serversOf(long orgId, Collection<Long> customers) {
        Map<Long, List<Long>> servers = new HashMap<>();
        jdbc.sql(SERVERS_OF)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .query((ResultSet rs) -> {
                    servers.computeIfAbsent(rs.getLong("customer_id"), id -> new ArrayList<>())
                            .add(rs.getLong("member_id"));
                });
        return servers;
    }

    /** Those of the customers whom one of the members serves or has served. */
    List<Long> servedBy(long orgId, Collection<Long> customers, Collection<Long> members) {
        return jdbc.sql(SERVED_BY)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("members", members.toArray(Long[]::new))
                .query(Long.class)
                .list();
    }

    List<CustomerRelations.Pair> openAmong(long orgId, Collection<Long> customers, Collection<Long> members) {
        return jdbc.sql(OPEN_AMONG)
                .param("org_id", orgId)
                .param("customers", customers.toArray(Long[]::new))
                .param("members", members.toArray(Long[]::new))
                .query((rs, n) -> new CustomerRelations.Pair(rs.getLong("customer_id"), rs.getLong("member_id")))
                .list();
    }

    void setConversation(long orgId, long id, long conversationId) {
        jdbc.sql(SET_CONVERSATION)
                .param("org_id", orgId)
                .param("id", id)
                .param("conversation_id", conversationId)
                .update();
    }

    void setRemark(long orgId, long id, Remark remark) {
        jdbc.sql(SET_REMARK)
                .param("org_id", orgId)
                .param("id", id)
                .param("remark", remark.text())
                .param("description", remark.description())
                .param("remark_company", remark.company())
                .param("phones", remark.phones().toArray(String[]::new))
                .update();
    }

    boolean close(CustomerRelation relation, RelationEnd reason, @Nullable Long by, Instant now) {
        return jdbc.sql(CLOSE)
                        .param("org_id", relation.orgId())
                        .param("id", relation.id())
                        .param("reason", reason.name())
                        .param("by", by)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    boolean reopen(long orgId, long id) {
        return jdbc.sql(REOPEN).param("org_id", orgId).param("id", id).update() == 1;
    }

    void move(long orgId, Collection<Long> ids, long from, long to) {
        jdbc.sql(MOVE)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .param("from", from)
                .param("to", to)
                .update();
    }

    List<Long> idsOfCustomer(long orgId, long customerId) {
        return jdbc.sql(IDS_OF_CUSTOMER)
                .param("org_id", orgId)
                .param("customer_id", customerId)
                .query(Long.class)
                .list();
    }

    /** False: the member has as many as may be. */
    boolean take(long orgId, long memberId, int most) {
        return jdbc.sql(TAKE)
                .param("org_id", orgId)
                .param("member_id", memberId)
                .param("most", most)
                .query(Integer.class)
                .optional()
                .isPresent();
    }

    void giveBack(long orgId, long memberId) {
        jdbc.sql(GIVE_BACK).param("org_id", orgId).param("member_id", memberId).update();
    }

    /** Who has none is left out. */
    Map<Long, Integer> loads(long orgId, Collection<Long> members) {
        return jdbc
                .sql(LOADS)
                .param("org_id", orgId)
                .param("ids", members.toArray(Long[]::new))
                .query((rs, n) -> Map.entry(rs.getLong("member_id"), rs.getInt("open")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    long total(long orgId) {
        return jdbc.sql(TOTAL).param("org_id", orgId).query(Long.class).single();
    }
}
