package org.qiao.customer;

import java.time.Instant;
import java.util.List;
import org.qiao.customer.CustomerConsents.Consent;
import org.qiao.platform.Sql;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Consents, and taking a person out of everything that this module keeps. */
@Repository
class CustomerPrivacyStore {

    static final String CONSENTS = """
            select kind, version, at
            from customer_consent
            where org_id = :org_id and customer_id = any(:ids)
            order by id desc
            limit :limit
            """;

    static final String ADD_CONSENT = """
            insert into customer_consent (org_id, customer_id, kind, version, at)
            values (:org_id, :customer_id, :kind, :version, :at)
            """;

    static final String CLEAR_CONSENT = """
            update customer
            set consent_version = null, consent_at = null, reply_by_email = false
            where org_id = :org_id and principal_id = :customer_id
            """;

    static final String BEGIN = """
            update customer
            set erased_at = :now
            where org_id = :org_id and principal_id = any(:ids) and erased_at is null
            """;

    static final String DELETE_EVENTS = """
            delete from customer_event
            where org_id = :org_id and id in (
                select id
                from customer_event
                where org_id = :org_id and customer_id = any(:ids)
                limit :limit)
            """;

    static final String DELETE_KEYS = """
            delete from customer_key
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String DELETE_MERGES = """
            delete from customer_merge
            where org_id = :org_id and (kept_id = any(:ids) or gone_id = any(:ids))
            """;

    static final String DELETE_CONSENTS = """
            delete from customer_consent
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String EMPTY_RELATIONS = """
            update customer_relation
            set remark = '', description = '', remark_company = '', phones = '{}', state = ''
            where org_id = :org_id and customer_id = any(:ids)
            """;

    static final String EMPTY = """
            update customer
            set name = :name, level = 'ANONYMOUS', reply_by_email = false, consent_version = null, consent_at = null,
                blocked_by = null, blocked_at = null
            where org_id = :org_id and principal_id = any(:ids)
            """;

    /** For the rounds of retention: contacts that nobody serves, in the order of their ids. */
    static final String SILENT = """
            select c.principal_id
            from customer c
            where c.org_id = :org_id and c.principal_id > :after and c.erased_at is null and c.merged_into is null
                and c.created_at < :before
                and not exists (
                    select 1
                    from customer_relation r
                    where r.org_id = c.org_id and r.customer_id = c.principal_id
                        and (r.status = 'ACTIVE' or r.closed_at >= :before))
            order by c.principal_id
            limit :limit
            """;

    private final JdbcClient jdbc;

    CustomerPrivacyStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Consent> consents(Person person, int limit) {
        return of(CONSENTS, person)
                .param("limit", limit)
                .query((rs, n) ->
                        new Consent(rs.getInt("version"), rs.getString("kind").equals("GIVEN"), Sql.instant(rs, "at")))
                .list();
    }

    void addConsent(long orgId, long id, Consent consent) {
        jdbc.sql(ADD_CONSENT)
                .param("org_id", orgId)
                .param("customer_id", id)
                .param("kind", consent.given() ? "GIVEN" : "WITHDRAWN")
                .param("version", consent.version())
                .param("at", Sql.at(consent.at()))
                .update();
    }

    void clearConsent(long orgId, long id) {
        jdbc.sql(CLEAR_CONSENT).param("org_id", orgId).param("customer_id", id).update();
    }

    void begin(Person person, Instant now) {
        of(BEGIN, person).param("now", Sql.at(now)).update();
    }

    /** How many there were, at most so many. */
    int deleteEvents(Person person, int limit) {
        return of(DELETE_EVENTS, person).param("limit", limit).update();
    }

    void empty(Person person, String name) {
        of(DELETE_KEYS, person).update();
        of(DELETE_MERGES, person).update();
        of(DELETE_CONSENTS, person).update();
        of(EMPTY_RELATIONS, person).update();
        of(EMPTY, person).param("name", name).update();
    }

    List<Long> silent(long orgId, Instant before, long after, int limit) {
        return jdbc.sql(SILENT)
                .param("org_id", orgId)
                .param("before", Sql.at(before))
                .param("after", after)
                .param("limit", limit)
                .query(Long.class)
                .list();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
