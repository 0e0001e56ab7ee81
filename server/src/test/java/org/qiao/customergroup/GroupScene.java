package org.qiao.customergroup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qiao.account.Guests;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Customers, groups and what people say in them. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
public class GroupScene {

    private final Given given;
    private final Crm crm;
    private final Guests guests;
    private final RestTestClient http;

    GroupScene(Given given, Crm crm, Guests guests, RestTestClient http) {
        this.given = given;
        this.crm = crm;
        this.guests = guests;
        this.http = http;
    }

    /** Somebody's browser. */
    public TestBrowser browser(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    public TestBrowser stranger() {
        return new TestBrowser(http);
    }

    /** A customer with a device whom the employee serves. */
    public TestUser customer(String name, TestUser member) {
        TestUser guest = crm.guest(new TestOrg(given, member.orgId(), 0), name);
        crm.transactions()
                .executeWithoutResult(status ->
                        crm.relations().open(NewRelation.of(member.orgId(), guest.id(), member.id(), AddWay.LINK)));
        return guest;
    }

    /** A group of the employee with some. */
    public JsonNode open(TestUser owner, String title, List<TestUser> staff, List<TestUser> some) {
        Map<String, Object> body = new HashMap<>();
        body.put("title", title);
        body.put("staffIds", staff.stream().map(TestUser::id).toList());
        body.put("customerIds", some.stream().map(TestUser::id).toList());
        body.put("key", "k" + title.hashCode());
        Reply reply = browser(owner).post("/api/customer-groups", body);
        if (reply.status() != 201) {
            throw new IllegalStateException(reply.text());
        }
        return reply.json();
    }

    public Reply code(TestUser owner, List<Long> groups, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "title",
                "读者",
                "remark",
                "",
                "state",
                "海报",
                "groupIds",
                groups,
                "autoCreate",
                false,
                "baseName",
                "",
                "nextNumber",
                2,
                "autoMost",
                20,
                "tags",
                List.of()));
        body.putAll(more);
        return browser(owner).post("/api/customer-group-codes", body);
    }

    /** Settings with some words changed. */
    public Reply settings(TestUser admin, int most) {
        return browser(admin)
                .put(
                        "/api/admin/customer-groups/settings",
                        Map.of("most", most, "perOwner", 200, "welcomeSeconds", 20, "membersMayOpen", true));
    }

    public Reply write(TestUser guest, long conversation, String key, String text) {
        return browser(guest)
                .post(
                        "/api/visit/conversations/" + conversation + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)));
    }

    public Reply say(TestUser member, long conversation, String key, String text) {
        return browser(member)
                .post(
                        "/api/conversations/" + conversation + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)));
    }

    /** What was written. */
    public List<String> texts(TestUser member, long conversation) {
        List<String> texts = new ArrayList<>();
        browser(member)
                .get("/api/conversations/" + conversation + "/entries?limit=200")
                .json()
                .path("items")
                .forEach(entry -> {
                    if (entry.path("kind").asString().equals("TEXT")) {
                        texts.add(entry.path("body").path("text").asString());
                    }
                });
        return texts;
    }

    public JsonNode get(TestUser user, String path) {
        return browser(user).get(path).json();
    }

    public List<String> names(TestUser user, String path) {
        List<String> names = new ArrayList<>();
        get(user, path)
                .path("items")
                .forEach(item -> names.add(item.path("name").asString()));
        return names;
    }

    /** Somebody who comes by a code for the first time. */
    public TestUser joined(long orgId, Reply reply) {
        String token = Objects.requireNonNull(reply.json().path("token").asString(null));
        long id = new TestBrowser(http)
                .signedIn(new TestUser(orgId, 0, 0, token))
                .get("/api/visit/me")
                .json()
                .path("id")
                .asLong();
        return new TestUser(orgId, 0, id, token);
    }

    public Guests guests() {
        return guests;
    }
}
