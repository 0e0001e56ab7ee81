package org.qiao.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelation.Remark;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** On the job and after leaving, over HTTP, with a real customer. */
@QiaoTest
class HandOverHttpTest {

    @Autowired
    Given given;

    @Autowired
    Shop shop;

    private TestOrg org;
    private TestUser owner;
    private TestUser ann;
    private TestUser bob;
    private TestUser guest;
    private CustomerRelation relation;
    private long thread;

    @BeforeEach
    void aCustomerOfAnn() {
        org = given.org();
        owner = org.owner();
        ann = org.user("安");
        bob = org.user("波");
        guest = shop.customer(org, "客人");
        relation = shop.serve(guest, ann);
        thread = relation.conversationId();
    }

    private void setState(TestUser member, String state) {
        shop.call(PUT, owner, "/api/members/" + member.id() + "/state", Map.of("state", state));
    }

    private JsonNode leaver() {
        return shop.get(owner, "/api/handovers/leavers/" + ann.id());
    }

    private void leave() {
        setState(ann, "LEFT");
        Await.until(() -> shop.status(GET, owner, "/api/handovers/leavers/" + ann.id(), "") == 200);
    }

    private void seated(TestUser member) {
        Await.until(() -> shop.status(GET, member, "/api/conversations/" + thread, "") == 200);
    }

    private JsonNode firstLine() {
        return shop.get(owner, "/api/handovers/leavers/" + ann.id() + "/customers")
                .get("items")
                .get(0);
    }

    private JsonNode lastOfTheBook() {
        return shop.get(owner, "/api/admin/handovers/audit").get("items").get(0);
    }

    @Test
    void whenSomebodyLeavesAColleagueGoesOnInTheSameThread() {
        shop.call(
                PUT,
                ann,
                "/api/customer-relations/" + relation.id() + "/remark",
                Map.of("text", "王总", "description", "要发票", "company", "甲", "phones", List.of("13800000000")));
        shop.write(guest, thread, "k1", "早先的话");
        shop.post(
                ann,
                "/api/conversations/" + thread + "/messages",
                Map.of("key", "a1", "kind", "TEXT", "body", Map.of("text", "好的")));
        leave();
        shop.write(guest, thread, "k2", "有人吗");

        assertThat(leaver().get("customers").intValue()).isEqualTo(1);
        assertThat(leaver().get("waiting").intValue()).isEqualTo(1);
        Await.until(() -> firstLine().get("messages").intValue() == 1); // that Ann has read the others is written later
        JsonNode line = firstLine();
        assertThat(line.get("relationId").longValue()).isEqualTo(relation.id());
        assertThat(line.get("remark").stringValue()).isEqualTo("王总");
        assertThat(shop.refusal(
                        POST, bob, "/api/handovers/leavers/" + ann.id() + "/assign", shop.passOn(relation, bob)))
                .isEqualTo("handover.not_found");
        long id = shop.only(
                shop.post(owner, "/api/handovers/leavers/" + ann.id() + "/assign", shop.passOn(relation, bob)));

        seated(bob);
        Await.until(() -> shop.read(bob, thread).contains("我是新顾问"));
        assertThat(shop.read(bob, thread)).contains("有人吗").doesNotContain("早先的话");
        CustomerRelation now = shop.served(guest);
        assertThat(now.memberId()).isEqualTo(bob.id());
        assertThat(now.conversationId()).isEqualTo(thread);
        assertThat(now.remark()).isEqualTo(new Remark("王总", "要发票", "甲", List.of("13800000000")));
        assertThat(shop.relation(guest, relation.id()).isOpen()).isFalse();
        shop.write(guest, thread, "k3", "继续聊");
        Await.until(() -> shop.read(bob, thread).contains("继续聊"));

        JsonNode asked = shop.get(guest, "/api/visit/handovers").get("items").get(0);
        assertThat(asked.get("from").stringValue()).isEqualTo("安");
        assertThat(asked.get("to").stringValue()).isEqualTo("波");
        assertThat(shop.refusal(POST, guest, "/api/visit/handovers/" + id + "/refuse", Map.of()))
                .isEqualTo("handover.not_waiting");
        shop.call(PUT, guest, "/api/visit/handovers/" + id + "/history", Map.of("agree", true));
        Await.until(() -> shop.read(bob, thread).contains("早先的话"));
        assertThat(shop.get(guest, "/api/visit/handovers").get("items").isEmpty())
                .isTrue();
        JsonNode book = shop.get(owner, "/api/admin/handovers/audit?limit=2");
        JsonNode agreed = book.get("items").get(0);
        assertThat(agreed.get("kind").stringValue()).isEqualTo("HISTORY_GIVEN");
        assertThat(agreed.get("byCustomer").booleanValue()).isTrue();
        assertThat(agreed.get("actor").isNull()).isTrue();
        JsonNode done = book.get("items").get(1);
        assertThat(done.get("kind").stringValue()).isEqualTo("DONE");
        assertThat(done.get("actor").get("id").longValue()).isEqualTo(owner.id());
        assertThat(done.get("member").get("name").stringValue()).isEqualTo("安");
        assertThat(done.get("takers").get(0).get("name").stringValue()).isEqualTo("波");
        assertThat(done.get("customer").get("name").stringValue()).isEqualTo("客人");
        assertThat(done.get("way").stringValue()).isEqualTo("LEFT");
        JsonNode earlier = shop.get(
                owner, "/api/admin/handovers/audit?after=" + book.get("next").stringValue());
        assertThat(earlier.get("items").get(0).get("kind").stringValue()).isEqualTo("LEAVER");
        assertThat(earlier.get("next").isNull()).isTrue();
    }

    @Test
    void undoingBringsTheOldRelationBackAsItWas() {
        leave();
        shop.write(guest, thread, "k1", "在吗");
        CustomerRelation before = shop.relation(guest, relation.id());
        long id = shop.only(
                shop.post(owner, "/api/handovers/leavers/" + ann.id() + "/assign", shop.passOn(relation, bob)));
        seated(bob);
        CustomerRelation next = shop.served(guest);

        assertThat(shop.refusal(POST, bob, "/api/handovers/" + id + "/undo", Map.of()))
                .isEqualTo("handover.not_allowed");
        assertThat(shop.status(POST, owner, "/api/handovers/" + id + "/undo", Map.of()))
                .isEqualTo(204);

        assertThat(shop.relation(guest, relation.id())).isEqualTo(before);
        assertThat(shop.relation(guest, next.id()).isOpen()).isFalse();
        Await.until(() -> shop.status(GET, bob, "/api/conversations/" + thread, "") == 404);
        assertThat(leaver().get("customers").intValue()).isEqualTo(1);
        assertThat(leaver().get("waiting").intValue()).isEqualTo(1);
        assertThat(shop.refusal(POST, owner, "/api/handovers/" + id + "/undo", Map.of()))
                .isEqualTo("handover.not_undoable");
        shop.write(guest, thread, "k2", "还在吗");
        Await.until(() -> shop.get(owner, "/api/handovers/leavers/" + ann.id() + "/customers")
                        .get("items")
                        .get(0)
                        .get("messages")
                        .intValue()
                >= 2);
    }

    @Test
    void aHandOverThatWasHandedOnCannotBeUndone() {
        leave();
        long id = shop.only(
                shop.post(owner, "/api/handovers/leavers/" + ann.id() + "/assign", shop.passOn(relation, bob)));
        seated(bob);
        setState(bob, "DISABLED");
        Await.until(() -> shop.status(GET, owner, "/api/handovers/leavers/" + bob.id(), "") == 200);
        TestUser cleo = org.user("克");
        shop.only(shop.post(
                owner, "/api/handovers/leavers/" + bob.id() + "/assign", shop.passOn(shop.served(guest), cleo)));

        assertThat(shop.refusal(POST, owner, "/api/handovers/" + id + "/undo", Map.of()))
                .isEqualTo("handover.not_undoable");
        seated(cleo);
        setState(bob, "ACTIVE");
        Await.until(() -> shop.status(GET, owner, "/api/handovers/leavers/" + bob.id(), "") == 404);
    }

    @Test
    void theCustomerIsAskedAndMayRefuse() {
        long id = shop.only(shop.post(ann, "/api/handovers", shop.passOn(relation, bob)));

        Await.until(() -> shop.read(ann, thread).contains("不更换"));
        JsonNode asked = shop.get(guest, "/api/visit/handovers").get("items").get(0);
        assertThat(asked.get("state").stringValue()).isEqualTo("WAITING");
        assertThat(asked.get("conversationId").longValue()).isEqualTo(thread);
        assertThat(shop.problem(shop.post(ann, "/api/handovers", shop.passOn(relation, org.user()))))
                .isEqualTo("handover.in_process");
        assertThat(shop.get(bob, "/api/handovers").get("items").get(0).get("id").longValue())
                .isEqualTo(id);
        TestUser fellow = shop.customer(org, "旁客");
        assertThat(shop.status(POST, fellow, "/api/visit/handovers/" + id + "/refuse", Map.of()))
                .isEqualTo(404);

        assertThat(shop.status(POST, guest, "/api/visit/handovers/" + id + "/refuse", Map.of()))
                .isEqualTo(204);

        assertThat(shop.served(guest).memberId()).isEqualTo(ann.id());
        assertThat(shop.get(ann, "/api/handovers?scope=OUTGOING")
                        .get("items")
                        .get(0)
                        .get("state")
                        .stringValue())
                .isEqualTo("REFUSED");
        long again = shop.only(shop.post(ann, "/api/handovers", shop.passOn(relation, bob)));
        assertThat(shop.status(POST, ann, "/api/handovers/" + again + "/cancel", Map.of()))
                .isEqualTo(204);
        assertThat(shop.refusal(POST, ann, "/api/handovers/" + again + "/cancel", Map.of()))
                .isEqualTo("handover.not_waiting");
        assertThat(shop.get(guest, "/api/visit/handovers").get("items").isEmpty())
                .isTrue();
        JsonNode cancelled = lastOfTheBook();
        assertThat(cancelled.get("kind").stringValue()).isEqualTo("CANCELLED");
        assertThat(cancelled.get("reason").stringValue()).isEqualTo("BY_HAND");
        assertThat(cancelled.get("way").stringValue()).isEqualTo("ON_JOB");
    }

    @Test
    void onlyWhoServesOrLeadsMayOffer() {
        TestUser other = org.user("外人");
        assertThat(shop.problem(shop.post(other, "/api/handovers", shop.passOn(relation, bob))))
                .isEqualTo("customer.not_found");
        assertThat(shop.problem(shop.post(given.org().owner(), "/api/handovers", shop.passOn(relation, bob))))
                .isEqualTo("customer.not_found");
        Map<String, Object> strict = Map.of(
                "answerHours",
                24,
                "onJobMax",
                2,
                "onJobDays",
                90,
                "leftDays",
                365,
                "undoDays",
                7,
                "remark",
                false,
                "tags",
                true,
                "membersMay",
                false);
        assertThat(shop.refusal(PUT, ann, "/api/admin/handovers/settings", strict))
                .isEqualTo("handover.not_allowed");
        shop.call(PUT, owner, "/api/admin/handovers/settings", strict);
        JsonNode changed = lastOfTheBook();
        assertThat(changed.get("before").get("remark").booleanValue()).isTrue();
        assertThat(changed.get("settings").get("remark").booleanValue()).isFalse();
        assertThat(shop.problem(shop.post(ann, "/api/handovers", shop.passOn(relation, bob))))
                .isEqualTo("handover.not_allowed");
        shop.only(shop.post(owner, "/api/handovers", shop.passOn(relation, bob)));
    }

    @Test
    void ofTwoWhoGiveACustomerAwayAtOnceOneWins() throws Exception {
        leave();
        TestUser cleo = org.user("克");
        List<Callable<JsonNode>> both = List.of(bob, cleo).stream()
                .<Callable<JsonNode>>map(taker -> () -> shop.post(
                        owner, "/api/handovers/leavers/" + ann.id() + "/assign", shop.passOn(relation, taker)))
                .toList();
        List<String> refusals;
        try (ExecutorService pool = Executors.newFixedThreadPool(2)) {
            refusals = pool.invokeAll(both).stream()
                    .map(Future::resultNow)
                    .map(results -> results.get("items").get(0))
                    .filter(item -> item.get("handOverId").isNull())
                    .map(item -> item.get("problem").stringValue())
                    .toList();
        }

        assertThat(refusals).hasSize(1).first().isIn("handover.closed", "customer.closed");
        assertThat(shop.relations.ofCustomer(org.id(), guest.id(), 10))
                .filteredOn(CustomerRelation::isOpen)
                .hasSize(1);
    }

    @Test
    void everythingOfALeaverIsSpreadOverThoseWithTheFewest() {
        IntStream.range(0, 6).forEach(n -> shop.serve(shop.customer(org, "客" + n), ann));
        TestUser cleo = org.user("克");
        IntStream.range(0, 3).forEach(n -> shop.serve(shop.customer(org, "旧" + n), bob));
        leave();

        JsonNode run = shop.post(
                owner,
                "/api/handovers/leavers/" + ann.id() + "/runs",
                Map.of("takerIds", List.of(bob.id(), cleo.id())));

        assertThat(run.get("total").intValue()).isEqualTo(7);
        String path = "/api/handovers/runs/" + run.get("id").longValue();
        Await.until(() -> shop.get(owner, path).get("state").stringValue().equals("DONE"));
        assertThat(shop.get(owner, path).get("done").intValue()).isEqualTo(7);
        assertThat(shop.relations.loads(org.id(), List.of(ann.id(), bob.id(), cleo.id())))
                .containsEntry(ann.id(), 0)
                .containsEntry(bob.id(), 5)
                .containsEntry(cleo.id(), 5);
        JsonNode ended = lastOfTheBook();
        assertThat(ended.get("end").stringValue()).isEqualTo("DONE");
        assertThat(ended.get("count").intValue()).isEqualTo(7);
        assertThat(shop.status(GET, bob, path, "")).isEqualTo(404);
        assertThat(shop.refusal(
                        POST,
                        owner,
                        "/api/handovers/leavers/" + ann.id() + "/runs",
                        Map.of("takerIds", List.of(ann.id()))))
                .isEqualTo("handover.taker_not_able");
    }
}
