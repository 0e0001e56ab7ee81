package org.qiao.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.customer.CustomerRelation;
import org.qiao.reminder.ReminderDue;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** What time does. Alone, because it moves the clock. */
@QiaoTest
@Isolated
class HandOverClockTest {

    @Autowired
    Given given;

    @Autowired
    Shop shop;

    @Autowired
    TestClock clock;

    @Autowired
    HandOverClock due;

    @Test
    void whatNobodyRefusesHappensAfterADayToManyAtOnce() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        TestUser ann = org.user("安");
        TestUser bob = org.user("波");
        List<TestUser> guests = IntStream.range(0, 12)
                .mapToObj(n -> shop.customer(org, "客" + n))
                .toList();
        List<CustomerRelation> before =
                guests.stream().map(guest -> shop.serve(guest, ann)).toList();
        JsonNode results = shop.post(
                ann,
                "/api/handovers",
                Map.of("relationIds", before.stream().map(CustomerRelation::id).toList(), "takerId", bob.id()));
        long first = shop.only(results);
        TestUser guest = guests.getFirst();

        clock.forward(Duration.ofHours(23));
        due.on(new ReminderDue(org.id(), "handover", HandOverClock.key(first), clock.instant(), clock.instant()));
        assertThat(shop.served(guest).memberId()).isEqualTo(ann.id());
        clock.forward(Duration.ofMinutes(61));

        Await.until(() -> guests.stream().allMatch(one -> shop.served(one).memberId() == bob.id()));
        long thread = before.getFirst().conversationId();
        Await.until(() -> shop.status(GET, bob, "/api/conversations/" + thread, "") == 200);
        due.on(new ReminderDue(org.id(), "handover", HandOverClock.key(first), clock.instant(), clock.instant()));
        assertThat(shop.relations.ofCustomer(org.id(), guest.id(), 10)).hasSize(2);
        assertThat(shop.relations.loads(org.id(), List.of(ann.id(), bob.id())))
                .containsEntry(ann.id(), 0)
                .containsEntry(bob.id(), 12);

        TestUser cleo = org.user("克");
        long second = shop.only(shop.post(bob, "/api/handovers", shop.passOn(shop.served(guest), cleo)));
        clock.forward(Duration.ofHours(25));
        Await.until(() -> shop.served(guest).memberId() == cleo.id());
        assertThat(shop.problem(shop.post(cleo, "/api/handovers", shop.passOn(shop.served(guest), ann))))
                .isEqualTo("handover.too_often");
        clock.forward(Duration.ofDays(8));
        assertThat(shop.refusal(POST, owner, "/api/handovers/" + second + "/undo", Map.of()))
                .isEqualTo("handover.undo_over");
        clock.forward(Duration.ofDays(85));
        shop.only(shop.post(cleo, "/api/handovers", shop.passOn(shop.served(guest), ann)));
    }

    @Test
    void whoIsFullOrGoneByThenTakesNobody() {
        TestOrg org = given.org();
        TestUser owner = org.owner();
        TestUser ann = org.user("安");
        TestUser bob = org.user("波");
        TestUser cleo = org.user("克");
        TestUser one = shop.customer(org, "甲");
        TestUser other = shop.customer(org, "乙");
        long full = shop.only(shop.post(ann, "/api/handovers", shop.passOn(shop.serve(one, ann), bob)));
        long gone = shop.only(shop.post(ann, "/api/handovers", shop.passOn(shop.serve(other, ann), cleo)));
        shop.serve(shop.customer(org, "丙"), bob);
        JsonNode settings = shop.get(owner, "/api/admin/customers/settings");
        shop.call(
                PUT,
                owner,
                "/api/admin/customers/settings",
                Map.of(
                        "range",
                        settings.get("range"),
                        "perMember",
                        1,
                        "perCompany",
                        100,
                        "verifiedName",
                        "",
                        "notice",
                        "",
                        "attributes",
                        List.of()));
        shop.call(PUT, owner, "/api/members/" + cleo.id() + "/state", Map.of("state", "DISABLED"));
        Await.until(() -> state(owner, gone).equals("CANCELLED"));

        clock.forward(Duration.ofHours(25));

        Await.until(() -> state(owner, full).equals("TAKER_FULL"));
        assertThat(shop.served(one).memberId()).isEqualTo(ann.id());
        assertThat(shop.served(other).memberId()).isEqualTo(ann.id());
    }

    private String state(TestUser owner, long id) {
        JsonNode items = shop.get(owner, "/api/handovers?scope=MANAGED").get("items");
        for (JsonNode item : items) {
            if (item.get("id").longValue() == id) {
                return item.get("state").stringValue();
            }
        }
        return "";
    }
}
