package org.qiao.customerimport;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** By what customers who were brought in are known again; and what is forgotten about one who is erased. */
@Repository
class ContactStore {

    static final String FIND = """
            select c.kind, c.value, c.customer_id
            from unnest(:kinds::text[], :values::text[]) as w (kind, value)
            join customerimport_contact c on c.org_id = :org_id and c.kind = w.kind and c.value = w.value
            """;

    /** Whoever was first stays. */
    static final String ADD = """
            insert into customerimport_contact (org_id, kind, value, customer_id)
            select :org_id, w.kind, w.value, :customer_id
            from unnest(:kinds::text[], :values::text[]) as w (kind, value)
            on conflict (org_id, kind, value) do nothing
            """;

    static final String OF_PERSON = """
            select kind, value
            from customerimport_contact
            where org_id = :org_id and customer_id = any(:ids) and kind <> 'ROW'
            order by kind, value
            """;

    static final String ERASE = """
            delete from customerimport_contact
            where org_id = :org_id and customer_id = any(:ids)
            """;

    /** Also those that were wrong or came later and say one of his addresses. */
    static final String ERASE_ROWS = """
            delete from customerimport_row r
            where r.org_id = :org_id and (r.customer_id = any(:ids) or exists (
                select 1
                from customerimport_contact c
                where c.org_id = :org_id and c.customer_id = any(:ids)
                    and r.content -> 'person' -> 'contacts' @> jsonb_build_array(
                        jsonb_build_object('kind', c.kind, 'value', c.value))))
            """;

    private final JdbcClient jdbc;

    ContactStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Map<Contact, Long> owners(long orgId, Collection<Contact> contacts) {
        Map<Contact, Long> owners = new HashMap<>();
        of(FIND, orgId, contacts)
                .query((rs, n) -> owners.put(
                        new Contact(Contact.Kind.valueOf(rs.getString("kind")), rs.getString("value")),
                        rs.getLong("customer_id")))
                .list();
        return owners;
    }

    void add(long orgId, long customerId, Collection<Contact> contacts) {
        of(ADD, orgId, contacts).param("customer_id", customerId).update();
    }

    private JdbcClient.StatementSpec of(String sql, long orgId, Collection<Contact> contacts) {
        return jdbc.sql(sql)
                .param("org_id", orgId)
                .param(
                        "kinds",
                        contacts.stream().map(contact -> contact.kind().name()).toArray(String[]::new))
                .param("values", contacts.stream().map(Contact::value).toArray(String[]::new));
    }

    List<Contact> of(Person person) {
        return of(OF_PERSON, person)
                .query((rs, n) -> new Contact(Contact.Kind.valueOf(rs.getString("kind")), rs.getString("value")))
                .list();
    }

    void erase(Person person) {
        of(ERASE_ROWS, person).update();
        of(ERASE, person).update();
    }

    private JdbcClient.StatementSpec of(String sql, Person person) {
        return jdbc.sql(sql).param("org_id", person.orgId()).param("ids", person.array());
    }
}
