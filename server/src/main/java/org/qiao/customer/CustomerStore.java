package org.qiao.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Persons and what they have proved. */
@Repository
class CustomerStore {

    static final String INSERT = """
            insert into customer (principal_id, org_id, name, source, first_way_id, level, consent_version, consent_at, created_at)
            values (:id, :org_id, :name, :source, :first_way_id, 'ANONYMOUS', :consent_version, :now, :now)
            """;

    static final String FIND = """
            select principal_id, org_id, name, source, first_way_id, level, reply_by_email, consent_version, blocked_at,
                erased_at, merged_into, created_at
            from customer
            where org_id = :org_id and principal_id = any(:ids)
            """;

    static final String LOCK = """
            select principal_id, org_id, name, source, first_way_id, level, reply_by_email, consent_version, blocked_at,
                erased_at, merged_into, created_at
            from customer
            where org_id = :org_id and principal_id = any(:ids)
            order by principal_id
            for update
            """;

    static final String BLOCKED = """
            select principal_id, org_id, name, source, first_way_id, level, reply_by_email, consent_version, blocked_at,
                erased_at, merged_into, created_at
            from customer
            where org_id = :org_id and blocked_at is not null and principal_id < :before
            order by principal_id desc
            limit :limit
            """;

    static final String BLOCKER = """
            select blocked_by
            from customer
            where org_id = :org_id and principal_id = :id and blocked_by is not null
            """;

    /** The contact, those that turned out to be it, and those who had turned out to be those. */
    static final String FAMILY = """
            with recursive family as (
                select principal_id, org_id, 0 as step
                from customer
                where org_id = :org_id and principal_id = :id
                union all
                select c.principal_id, c.org_id, f.step + 1
                from family f
                join customer c on c.org_id = f.org_id and c.merged_into = f.principal_id
                where f.step < 20
            )
            select principal_id
            from family
            order by step, principal_id
            """;

    /** The same of many: whose, and who. */
    static final String FAMILIES = """
            with recursive family as (
                select principal_id as id, principal_id as contact, org_id, 0 as step
                from customer
                where org_id = :org_id and principal_id = any(:ids)
                union all
                select f.id, c.principal_id, c.org_id, f.step + 1
                from family f
                join customer c on c.org_id = f.org_id and c.merged_into = f.contact
                where f.step < 20
            )
            select id, contact
            from family
            order by contact
            """;

    static final String RENAME = """
            update customer
            set name = :name
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_LEVEL = """
            update customer
            set level = :level
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_REPLY = """
            update customer
            set reply_by_email = :wanted
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_CONSENT = """
            update customer
            set consent_version = :version, consent_at = :now
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_BLOCKED = """
            update customer
            set blocked_by = :blocked_by, blocked_at = :blocked_at
            where org_id = :org_id and principal_id = :id
            """;

    static final String SET_MERGED = """
            update customer
            set merged_into = :into
            where org_id = :org_id and principal_id = :id
            """;

    static final String KEYS = """
            select kind, value, customer_id
            from customer_key
            where org_id = :org_id and customer_id = any(:ids)
            order by verified_at, kind, value
            """;

    static final String KEY_OWNER = """
            select customer_id
            from customer_key
            where org_id = :org_id and kind = :kind and value = :value
            """;

    static final String KEY_OWNERS = """
            select k.kind, k.value, k.customer_id
            from unnest(:kinds::text[], :values::text[]) as w (kind, value)
            join customer_key k on k.org_id = :org_id and k.kind = w.kind and k.value = w.value
            """;

    static final String PROVED_AT = """
            select verified_at
            from customer_key
            where org_id = :org_id and customer_id = :id and kind in ('EMAIL', 'PHONE')
            order by verified_at desc
            limit 1
            """;

    static final String PUT_KEY = """
            insert into customer_key (org_id, kind, value, customer_id, verified_at)
            values (:org_id, :kind, :value, :customer_id, :now)
            on conflict (org_id, kind, value) do update set verified_at = excluded.verified_at
                where customer_key.customer_id = excluded.customer_id
            """;

    static final String MOVE_KEYS = """
            update customer_key
            set customer_id = :to
            where org_id = :org_id and customer_id = :from
            """;

    static final String MOVE_KEY = """
            update customer_key
            set customer_id = :to
            where org_id = :org_id and customer_id = :from and kind = :kind and value = :value
            """;

    private static final RowMapper<Customer> ROW = (rs, n) -> new Customer(
            rs.getLong("principal_id"),
            rs.getLong("org_id"),
            rs.getString("name"),
            CustomerSource.valueOf(rs.getString("source")),
            Sql.longOrNull(rs, "first_way_id"),
            CustomerLevel.valueOf(rs.getString("level")),
            rs.getBoolean("reply_by_email"),
            rs.getObject("consent_version", Integer.class),
            Sql.instantOrNull(rs, "blocked_at"),
            Sql.instantOrNull(rs, "erased_at"),
            Sql.longOrNull(rs, "merged_into"),
            Sql.instant(rs, "created_at"));

    private static final RowMapper<OwnedKey> OWNED = (rs, n) -> new OwnedKey(
            rs.getLong("customer_id"),
            new CustomerKey(CustomerKey.Kind.valueOf(rs.getString("kind")), rs.getString("value")));

    private final JdbcClient jdbc;

    CustomerStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record OwnedKey(long customerId, CustomerKey key) {}

    void insert(long id, Customers.NewCustomer person, Instant now) {
        jdbc.sql(INSERT)
                .param("id", id)
                .param("org_id", person.orgId())
                .param("name", person.name())
                .param("source", person.source().name())
                .param("first_way_id", person.wayId())
                .param("consent_version", person.consentVersion())
                .param("now", Sql.at(now))
                .update();
    }

    Optional<Customer> find(long orgId, long id) {
        return findAll(orgId, List.of(id)).stream().findFirst();
    }

    List<Customer> findAll(long orgId, Collection<Long> ids) {
        return jdbc.sql(FIND)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    /** In the order of their ids, so that two callers never wait in a circle. */
    List<Customer> lock(long orgId, Collection<Long> ids) {
        return jdbc.sql(LOCK)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(ROW)
                .list();
    }

    List<Customer> blocked(long orgId, long before, int limit) {
        return jdbc.sql(BLOCKED)
                .param("org_id", orgId)
                .param("before", before)
                .param("limit", limit)
                .query(ROW)
                .list();
    }

    Optional<Long> blocker(long orgId, long id) {
        return jdbc.sql(BLOCKER)
                .param("org_id", orgId)
                .param("id", id)
                .query(Long.class)
                .optional();
    }

    /** He comes first. */
    List<Long> family(long orgId, long id) {
        return jdbc.sql(FAMILY)
                .param("org_id", orgId)
                .param("id", id)
                .query(Long.class)
                .list();
    }

    Map<Long, List<Long>> families(long orgId, Collection<Long> ids) {
        Map<Long, List<Long>> families = new HashMap<>();
        jdbc.sql(FAMILIES)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(rs -> {
                    families.computeIfAbsent(rs.getLong("id"), id -> new ArrayList<>())
                            .add(rs.getLong("contact"));
                });
        return families;
    }

    void rename(long orgId, long id, String name) {
        jdbc.sql(RENAME)
                .param("org_id", orgId)
                .param("id", id)
                .param("name", name)
                .update();
    }

    void setLevel(long orgId, long id, CustomerLevel level) {
        jdbc.sql(SET_LEVEL)
                .param("org_id", orgId)
                .param("id", id)
                .param("level", level.name())
                .update();
    }

    void setReply(long orgId, long id, boolean wanted) {
        jdbc.sql(SET_REPLY)
                .param("org_id", orgId)
                .param("id", id)
                .param("wanted", wanted)
                .update();
    }

    void setConsent(long orgId, long id, int version, Instant now) {
        jdbc.sql(SET_CONSENT)
                .param("org_id", orgId)
                .param("id", id)
                .param("version", version)
                .param("now", Sql.at(now))
                .update();
    }

    void setBlocked(long orgId, long id, @Nullable Long by, @Nullable Instant at) {
        jdbc.sql(SET_BLOCKED)
                .param("org_id", orgId)
                .param("id", id)
                .param("blocked_by", by)
                .param("blocked_at", Sql.atOrNull(at))
                .update();
    }

    void setMerged(long orgId, long id, @Nullable Long into) {
        jdbc.sql(SET_MERGED)
                .param("org_id", orgId)
                .param("id", id)
                .param("into", into)
                .update();
    }

    List<OwnedKey> keys(long orgId, Collection<Long> ids) {
        return jdbc.sql(KEYS)
                .param("org_id", orgId)
                .param("ids", ids.toArray(Long[]::new))
                .query(OWNED)
                .list();
    }

    Optional<Long> keyOwner(long orgId, CustomerKey key) {
        return jdbc.sql(KEY_OWNER)
                .param("org_id", orgId)
                .param("kind", key.kind().name())
                .param("value", key.value())
                .query(Long.class)
                .optional();
    }

    List<OwnedKey> keyOwners(long orgId, Collection<CustomerKey> keys) {
        return jdbc.sql(KEY_OWNERS)
                .param("org_id", orgId)
                .param("kinds", keys.stream().map(key -> key.kind().name()).toArray(String[]::new))
                .param("values", keys.stream().map(CustomerKey::value).toArray(String[]::new))
                .query(OWNED)
                .list();
    }

    Optional<Instant> provedAt(long orgId, long id) {
        return jdbc.sql(PROVED_AT)
                .param("org_id", orgId)
                .param("id", id)
                .query((rs, n) -> Sql.instant(rs, "verified_at"))
                .optional();
    }

    /** False: it is somebody else's, who came first. */
    boolean putKey(long orgId, long id, CustomerKey key, Instant now) {
        return jdbc.sql(PUT_KEY)
                        .param("org_id", orgId)
                        .param("kind", key.kind().name())
                        .param("value", key.value())
                        .param("customer_id", id)
                        .param("now", Sql.at(now))
                        .update()
                == 1;
    }

    void moveKeys(long orgId, long from, long to) {
        jdbc.sql(MOVE_KEYS)
                .param("org_id", orgId)
                .param("from", from)
                .param("to", to)
                .update();
    }

    void moveKey(long orgId, long from, long to, CustomerKey key) {
        jdbc.sql(MOVE_KEY)
                .param("org_id", orgId)
                .param("from", from)
                .param("to", to)
                .param("kind", key.kind().name())
                .param("value", key.value())
                .update();
    }
}
