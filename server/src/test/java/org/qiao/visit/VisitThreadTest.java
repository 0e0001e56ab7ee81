package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NextServer;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.Sockets;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestSocket;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/** How a thread between a customer and an employee ends, goes on with somebody else, and is told about. */
@QiaoTest
class VisitThreadTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Sockets sockets;

    @Autowired
    CustomerRelations relations;

    @Autowired
    TransactionTemplate transaction;

    private TestOrg org;
    private TestBrowser admin;
    private TestUser ann;
    private TestBrowser work;
    private String code;

    @BeforeEach
    void aCard() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        ann = org.user("安娜");
        work = new TestBrowser(http).signedIn(ann);
        Map<String, Object> card = new HashMap<>(
                Map.of("title", "客户顾问", "needs", List.of("报价"), "autoReply", "已下班，明早回复您。", "skipVerify", true));
        card.put("welcome", Map.of("text", "{nickname}，您好！我是安娜。", "attachments", List.of()));
        card.put("hours", List.of());
        code = work.put("/api/my-card", card).json().path("code").asString();
    }

    /** The device that an opening has given its token. */
    private TestBrowser device(Reply opened) {
        return new TestBrowser(http).signedIn(guest(opened));
    }

    private TestUser guest(Reply opened) {
        return VisitScene.guest(org, opened);
    }

    @Test
    void bothSidesMayEndAContactAndBlockingIsUndone() {
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of("name", "赵先生"));
        TestBrowser guest = device(opened);
        long id = opened.json().path("me").path("id").asLong();
        long relation = opened.json().path("thread").path("relationId").asLong();
        long thread = opened.json().path("thread").path("conversationId").asLong();
        Map<String, Object> remark =
                Map.of("text", "赵总", "description", "老客户", "company", "甲公司", "phones", List.of("010-6255 1234"));
        assertThat(work.put("/api/customer-relations/" + relation + "/remark", remark)
                        .json()
                        .path("remark")
                        .path("text")
                        .asString())
                .isEqualTo("赵总");

        assertThat(work.post("/api/customers/" + id + "/block", Map.of("reason", "骚扰"))
                        .status())
                .isEqualTo(204);

        assertThat(guest.get("/api/visit/me").code()).isEqualTo("account.guest_blocked");
        assertThat(admin.get("/api/admin/customers/blocked").json().path("items"))
                .hasSize(1);
        assertThat(work.delete("/api/customers/" + id + "/block").status()).isEqualTo(204);
        Await.until(() -> write(guest, thread, "k1") == 200);
        String end = "/api/visit/me/threads/" + relation + "/block";
        assertThat(guest.post(end, Map.of("report", Map.of("reason", "SPAM", "text", "广告")))
                        .json()
                        .path("threads")
                        .path(0)
                        .path("open")
                        .asBoolean())
                .isFalse();
        Await.until(() -> write(guest, thread, "k2") != 200);
        assertThat(admin.get("/api/admin/customers/farewells")
                        .json()
                        .path("items")
                        .path(0)
                        .path("reason")
                        .asString())
                .isEqualTo("SPAM");
        List<String> kinds = admin.get("/api/customers/" + id + "/timeline")
                .json()
                .path("items")
                .valueStream()
                .map(line -> line.path("event").path("kind").asString())
                .toList();
        assertThat(kinds)
                .containsExactly(
                        "REPORTED",
                        "CLOSED",
                        "UNBLOCKED",
                        "REOPENED",
                        "BLOCKED",
                        "CLOSED",
                        "REMARK_CHANGED",
                        "ADDED",
                        "CONSENTED");
        Reply back = VisitScene.open(guest, code, Map.of());
        assertThat(back.json().path("thread").path("conversationId").asLong()).isEqualTo(thread);
        Await.until(() -> write(guest, thread, "k3") == 200);
    }

    @Test
    void aThreadNamesEverybodyWhoServedInIt() {
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of());
        TestUser bob = org.user("鲍勃");
        CustomerRelation next = Objects.requireNonNull(transaction.execute(status -> relations.handOver(
                org.id(),
                opened.json().path("thread").path("relationId").asLong(),
                new NextServer(bob.id(), true, null))));

        JsonNode thread =
                device(opened).get("/api/visit/me/threads/" + next.id()).json();

        assertThat(thread.path("person").path("name").asString()).isEqualTo("鲍勃");
        assertThat(thread.path("people")
                        .valueStream()
                        .map(person -> person.path("name").asString()))
                .containsExactly("鲍勃", "安娜");
    }

    @Test
    void thePageHearsThatTheEmployeeHasEndedTheContact() {
        Reply opened = VisitScene.open(new TestBrowser(http), code, Map.of());
        long relation = opened.json().path("thread").path("relationId").asLong();
        try (TestSocket page = sockets.open(guest(opened))) {
            assertThat(work.post("/api/customer-relations/" + relation + "/end", Map.of())
                            .status())
                    .isEqualTo(204);

            JsonNode heard = page.next("visit");
            while (!heard.path("kind").asString().equals("CLOSED")) {
                heard = page.next("visit"); // the opening itself may still be on its way
            }
            assertThat(heard.path("id").asLong()).isEqualTo(relation);
        }
    }

    private int write(TestBrowser guest, long thread, String key) {
        return guest.post(
                        "/api/visit/conversations/" + thread + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", key)))
                .status();
    }
}
