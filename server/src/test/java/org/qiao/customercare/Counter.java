package org.qiao.customercare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Customers who write, employees who answer or do not, and what they see. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
class Counter {

    private final Crm crm;
    private final RestTestClient http;

    Counter(Crm crm, RestTestClient http) {
        this.crm = crm;
        this.http = http;
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    TestUser customer(TestOrg org, String name) {
        return crm.guest(org, name);
    }

    /** He is served by the employee, by a code or without one, and their thread is there. */
    long serve(TestUser guest, TestUser member, @Nullable Long way) {
        NewRelation wanted = NewRelation.of(guest.orgId(), guest.id(), member.id(), AddWay.QR);
        return Objects.requireNonNull(crm.serve(wanted.by(way, "")).conversationId());
    }

    /** @param user a customer or an employee */
    void write(TestUser user, long thread, String text) {
        String path = (user.isGuest() ? "/api/visit/conversations/" : "/api/conversations/") + thread + "/messages";
        TestBrowser.Reply reply = as(user).post(
                        path,
                        Map.of("key", UUID.randomUUID().toString(), "kind", "TEXT", "body", Map.of("text", text)));
        if (reply.status() >= 300) {
            throw new AssertionError(reply.text());
        }
    }

    /** At work whenever the test runs. */
    void alwaysThere(TestUser... members) {
        for (TestUser member : members) {
            Map<String, Object> hours = Map.of(
                    "days",
                    List.of("MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"),
                    "from",
                    "00:00",
                    "until",
                    "00:00");
            TestBrowser.Reply reply = as(member)
                    .put(
                            "/api/my-card",
                            Map.of(
                                    "title",
                                    "",
                                    "needs",
                                    List.of(),
                                    "hours",
                                    List.of(hours),
                                    "autoReply",
                                    "",
                                    "skipVerify",
                                    true));
            if (reply.status() != 200) {
                throw new AssertionError(reply.text());
            }
        }
    }

    List<JsonNode> waits(TestUser user, String scope) {
        List<JsonNode> items = new ArrayList<>();
        as(user).get("/api/customer-care/waits?scope=" + scope)
                .json()
                .get("items")
                .forEach(items::add);
        return items;
    }

    /** What happened last to the only customer who waits for the user. */
    String step(TestUser user) {
        List<JsonNode> items = waits(user, "MINE");
        return items.isEmpty() ? "" : items.getFirst().get("step").stringValue();
    }

    void awaitStep(TestUser user, String step) {
        Await.until(() -> step(user).equals(step));
    }

    /** The titles of cards that the program gave somebody. */
    List<String> told(TestUser user) {
        List<String> titles = new ArrayList<>();
        for (JsonNode conversation :
                as(user).get("/api/conversations?limit=100").json().get("items")) {
            if (conversation.get("kind").stringValue().equals("CUSTOMER")) {
                continue;
            }
            as(user).get("/api/conversations/" + conversation.get("id").longValue() + "/entries?after=0")
                    .json()
                    .get("items")
                    .forEach(entry -> {
                        JsonNode title = entry.path("body").path("card").path("title");
                        if (title.isString()) {
                            titles.add(title.stringValue());
                        }
                    });
        }
        return titles;
    }
}
