package org.qiao.testing;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.account.Guests;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Customers of a company, made through the modules' own doors; and waiting until lists know them. */
@TestComponent
public class Crm {

    private final Guests guests;
    private final Customers customers;
    private final CustomerRelations relations;
    private final TransactionTemplate transactions;

    Crm(Guests guests, Customers customers, CustomerRelations relations, TransactionTemplate transactions) {
        this.guests = guests;
        this.customers = customers;
        this.relations = relations;
        this.transactions = transactions;
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
