package org.qiao.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelations.NextServer;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Contacts that turn out to be one person, and what becomes of them. */
@QiaoTest
class CustomerMergesTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    Customers customers;

    @Autowired
    CustomerMerges merges;

    private TestOrg org;
    private TestBrowser admin;
    private TestUser ann;
    private TestBrowser work;
    private TestUser wang;
    private CustomerRelation relation;

    @BeforeEach
    void aCustomer() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        ann = org.user("安娜");
        work = new TestBrowser(http).signedIn(ann);
        wang = crm.guest(org, "王女士");
        relation = crm.serve(wang, ann);
    }

    private long merge(TestUser gone, TestUser kept) {
        return Objects.requireNonNull(
                crm.transactions().execute(status -> merges.merge(org.id(), gone.id(), kept.id(), null)));
    }

    /** By his e-mail he is one whom the company knows, and by his number that one is a third. */
    @Test
    void whoTurnsOutToBeAThirdIsHimUnderAllOfHisIds() {
        TestUser mailed = crm.guest(org, "王太太");
        TestUser called = crm.guest(org, "王总");
        long note = work.post("/api/customers/" + wang.id() + "/notes", Map.of("text", "喜欢绿茶", "files", List.of()))
                .json()
                .path("id")
                .asLong();

        long first = merge(wang, mailed);
        merge(mailed, called);

        assertThat(customers.current(org.id(), wang.id()).id()).isEqualTo(called.id());
        assertThat(customers.family(org.id(), called.id()))
                .containsExactlyInAnyOrder(called.id(), mailed.id(), wang.id());
        assertThat(customers.families(org.id(), Set.of(called.id())).get(called.id()))
                .containsExactlyInAnyOrder(called.id(), mailed.id(), wang.id());
        assertThat(customers
                        .visible(ann.actor(), Set.of(wang.id(), called.id()))
                        .values())
                .extracting(Customer::id)
                .containsOnly(called.id());
        assertThat(customers.person(org.id(), wang.id()).ids())
                .as("whoever asked to be erased before")
                .startsWith(called.id())
                .contains(wang.id());
        assertThat(work.get("/api/customers/" + called.id() + "/timeline").text())
                .contains("喜欢绿茶");
        assertThat(work.put("/api/customer-notes/" + note, Map.of("text", "喜欢红茶", "files", List.of()))
                        .status())
                .isEqualTo(200);
        JsonNode me = new TestBrowser(http).signedIn(wang).get("/api/visit/me").json();
        assertThat(me.path("ids").valueStream().map(JsonNode::asLong))
                .as("what he said himself is his")
                .contains(wang.id(), mailed.id(), called.id());
        assertThat(admin.post("/api/customer-merges/" + first + "/undo", Map.of())
                        .code())
                .as("the later one first")
                .isEqualTo("customer.merge_over");
    }

    @Test
    void whoWasHandedOnBetweenKeepsHisThreadWhenTheTwoAreTakenApart() {
        TestUser known = crm.guest(org, "老客户");
        TestUser carl = org.user("卡尔");
        long thread = Objects.requireNonNull(relation.conversationId());
        long merge = merge(wang, known);
        CustomerRelation next = Objects.requireNonNull(crm.transactions()
                .execute(status ->
                        crm.relations().handOver(org.id(), relation.id(), new NextServer(carl.id(), true, null))));

        assertThat(admin.post("/api/customer-merges/" + merge + "/undo", Map.of())
                        .status())
                .isEqualTo(204);

        assertThat(crm.relations().find(org.id(), next.id()).orElseThrow().customerId())
                .isEqualTo(wang.id());
        TestBrowser page = new TestBrowser(http).signedIn(wang);
        assertThat(page.get("/api/visit/me").json().at("/threads/0/open").asBoolean())
                .isTrue();
        Await.until(() -> page.post(
                                "/api/visit/conversations/" + thread + "/messages",
                                Map.of("key", "k1", "kind", "TEXT", "body", Map.of("text", "在吗")))
                        .status()
                == 200);
    }

    @Test
    void whoIsBlockedIsServedByNobodyUntilHeIsNot() {
        String contact = "/api/customer-relations/" + relation.id();
        assertThat(work.post(contact + "/end", Map.of()).status()).isEqualTo(204);
        String block = "/api/customers/" + wang.id() + "/block";
        assertThat(admin.post(block, Map.of("reason", "骚扰")).status()).isEqualTo(204);

        assertThat(work.post(contact + "/resume", Map.of()).code()).isEqualTo("customer.blocked");

        assertThat(admin.delete(block).status()).isEqualTo(204);
        assertThat(work.post(contact + "/resume", Map.of()).status()).isEqualTo(204);
    }
}
