package org.qiao.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.qiao.account.Guests;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.CustomerThreads;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers of a company, made through the modules' own doors; and waiting until lists know them. */
@TestComponent
public class Crm {

    private static final List<String> CROWD = List.of(
            "insert into principal (kind, org_id) select 'CUSTOMER', :org from generate_series(1, :many)",
            """
                insert into account_guest (principal_id, org_id, name, locale, created_at)
                select id, org_id, '客人', 'zh-CN', now() from principal where org_id = :org and kind = 'CUSTOMER'
                """,
            """
                insert into customer (principal_id, org_id, name, source, level, created_at)
                select id, org_id, '客人', 'LINK', 'ANONYMOUS', now() from principal
                where org_id = :org and kind = 'CUSTOMER'
                """,
            """
                insert into messaging_conversation (org_id, kind, customer_id, external, created_by, created_at, member_count)
                select org_id, 'CUSTOMER', id, true, id, now(), 2 from principal
                where org_id = :org and kind = 'CUSTOMER'
                """,
            """
                insert into messaging_head (conversation_id, org_id, seq, message_no, moved_at)
                select id, org_id, 0, 0, now() from messaging_conversation where org_id = :org and kind = 'CUSTOMER'
                """,
            """
                insert into messaging_member (conversation_id, principal_id, org_id, from_seq, from_no, joined_at, guest)
                select c.id, p.id, c.org_id, 1, 0, now(), p.id = c.customer_id
                from messaging_conversation c
                cross join lateral (values (c.customer_id), (:member::bigint)) as p (id)
                where c.org_id = :org and c.kind = 'CUSTOMER'
                """,
            """
                insert into customer_relation (org_id, customer_id, member_id, conversation_id, add_way, opened_at)
                select org_id, customer_id, :member, id, 'LINK', now() from messaging_conversation
                where org_id = :org and kind = 'CUSTOMER'
                """,
            "insert into customer_load (org_id, member_id, open) values (:org, :member, :many)");

    private final Given given;
    private final Guests guests;
    private final Customers customers;
    private final CustomerRelations relations;
    private final CustomerThreads threads;
    private final TransactionTemplate transactions;
    private final JdbcClient jdbc;

    Crm(
            Given given,
            Guests guests,
            Customers customers,
            CustomerRelations relations,
            CustomerThreads threads,
            TransactionTemplate transactions,
            JdbcClient jdbc) {
        this.given = given;
        this.guests = guests;
        this.customers = customers;
        this.relations = relations;
        this.threads = threads;
        this.transactions = transactions;
        this.jdbc = jdbc;
    }

    /** Many whom the member serves, straight in the database: how fast they come is measured elsewhere. */
    public void crowd(TestUser member, int many) {
        for (String sql : CROWD) {
            jdbc.sql(sql)
                    .param("org", member.orgId())
                    .param("member", member.id())
                    .param("many", many)
                    .update();
        }
    }

    /** Somebody who comes and is served by the member. */
    public CustomerRelation customer(String name, TestUser member, String... phones) {
        return relation(person(name, member), member, phones);
    }

    private long person(String name, TestUser member) {
        return transactions.execute(status -> {
            long id = guests.create(member.orgId(), name, Locale.SIMPLIFIED_CHINESE);
            customers.add(id, new NewCustomer(member.orgId(), name, CustomerSource.QR, null, null));
            return id;
        });
    }

    /** One more employee serves him. */
    public CustomerRelation relation(long customer, TestUser member, String... phones) {
        return transactions.execute(status -> relations
                .open(new NewRelation(
                        member.orgId(),
                        customer,
                        member.id(),
                        null,
                        new Remark("", "", "", List.of(phones)),
                        AddWay.QR,
                        "",
                        null,
                        null))
                .relation());
    }

    /** A customer with a device, whom nobody serves yet. */
    public TestUser guest(TestOrg org, String name) {
        TestUser guest = given.guest(org, name);
        transactions.executeWithoutResult(
                status -> customers.add(guest.id(), new NewCustomer(org.id(), name, CustomerSource.LINK, null, 1)));
        return guest;
    }

    /** The employee serves him, and their thread is there. */
    public CustomerRelation serve(TestUser guest, TestUser member) {
        return serve(NewRelation.of(guest.orgId(), guest.id(), member.id(), AddWay.LINK));
    }

    public CustomerRelation serve(NewRelation wanted) {
        CustomerRelation relation = Objects.requireNonNull(
                transactions.execute(status -> relations.open(wanted).relation()));
        threads.ensure(relation.orgId(), relation.id());
        return relations.find(relation.orgId(), relation.id()).orElseThrow();
    }

    public Customers customers() {
        return customers;
    }

    public CustomerRelations relations() {
        return relations;
    }

    public TransactionTemplate transactions() {
        return transactions;
    }

    /** Lists know these relations of the member. */
    public void awaitListed(RestTestClient http, TestUser member, CustomerRelation... wanted) {
        Set<Long> ids = new HashSet<>();
        for (CustomerRelation relation : wanted) {
            ids.add(relation.id());
        }
        TestBrowser browser = new TestBrowser(http).signedIn(member);
        Await.until(() -> {
            Set<Long> listed = new HashSet<>();
            browser.get("/api/customer-lists/MINE?limit=200")
                    .json()
                    .get("items")
                    .forEach(line -> listed.add(line.get("relationId").asLong()));
            return listed.containsAll(ids);
        });
    }
}
