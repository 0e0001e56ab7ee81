package org.qiao.masssend;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Customers with devices, and the requests of everybody about mass messages. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
class MassDesk {

    private final Crm crm;
    private final RestTestClient http;
    private final JdbcClient jdbc;

    MassDesk(Crm crm, RestTestClient http, JdbcClient jdbc) {
        this.crm = crm;
        this.http = http;
        this.jdbc = jdbc;
    }

    /** Somebody with a device, whom employees serve, the first of them last. */
    record Client(TestUser guest, CustomerRelation relation) {

        long thread() {
            return Objects.requireNonNull(relation.conversationId());
        }
    }

    Client client(TestOrg org, String name, TestUser member) {
        TestUser guest = crm.guest(org, name);
        return new Client(guest, serve(guest, member));
    }

    CustomerRelation serve(TestUser guest, TestUser member) {
        return crm.serve(guest, member);
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    /** Lists of customers know so many of his. */
    void listed(TestUser member, int count) {
        Await.until(() -> as(member)
                        .get("/api/customer-lists/MINE/count")
                        .json()
                        .path("count")
                        .asInt()
                == count);
    }

    static Map<String, Object> content(String text) {
        return Map.of("text", text, "attachments", List.of());
    }

    /** A product that customers may see. */
    long product(TestUser owner, String name) {
        Map<String, Object> product = new HashMap<>(Map.of("name", name, "number", "", "description", ""));
        product.putAll(Map.of("link", "", "pictures", List.of(), "onSale", true));
        return as(owner).post("/api/products", product).json().get("id").asLong();
    }

    /** The time of every part of it has come. */
    void isDue(long id) {
        jdbc.sql("update masssend_share set due_at = timestamptz '2020-01-01 00:00Z' where mass_id = :id")
                .param("id", id)
                .update();
    }

    /** Together with what he has written so many within a day, whatever other tests do to the clock. */
    void wroteToday(TestUser author, int many) {
        jdbc.sql("""
                        insert into masssend_mass (org_id, kind, author_id, client_key, text, attachments, target, total, created_at)
                        select :org, 'PERSONAL', :author, 'many-' || n, 'x', '[]', '{}', 0, now()
                        from generate_series(1, :many - (select count(*) from masssend_mass where author_id = :author)) n
                        """)
                .param("org", author.orgId())
                .param("author", author.id())
                .param("many", many)
                .update();
        jdbc.sql("update masssend_mass set created_at = now() + interval '300 days' where author_id = :author")
                .param("author", author.id())
                .update();
    }

    /** What several requests at the same moment are answered. */
    List<String> atOnce(TestUser author, int many) {
        List<String> answers = new CopyOnWriteArrayList<>();
        try (ExecutorService pool = Executors.newFixedThreadPool(many)) {
            for (int n = 0; n < many; n++) {
                pool.submit(() -> answers.add(
                        as(author).post("/api/mass-messages", personal("再来")).text()));
            }
        }
        return answers;
    }

    /** A request; what is given replaces what is standard. */
    static Map<String, Object> request(MassKind kind, String text, Map<String, Object> more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "key", UUID.randomUUID().toString(), "kind", kind, "content", content(text), "target", Map.of()));
        body.putAll(more);
        return body;
    }

    static Map<String, Object> personal(String text) {
        return request(MassKind.PERSONAL, text, Map.of());
    }

    long write(TestUser author, Map<String, Object> body) {
        Reply reply = as(author).post("/api/mass-messages", body);
        if (reply.status() != 201) {
            throw new AssertionError(reply.text());
        }
        return reply.json().get("line").get("id").asLong();
    }

    JsonNode get(TestUser reader, long id) {
        return as(reader).get("/api/mass-messages/" + id).json();
    }

    void awaitState(TestUser reader, long id, MassState state) {
        Await.until(
                () -> get(reader, id).path("line").path("state").asString("").equals(state.name()));
    }

    /** Results by the name of the customer. */
    Map<String, String> results(TestUser reader, long id) {
        Map<String, String> results = new HashMap<>();
        as(reader)
                .get("/api/mass-messages/" + id + "/recipients?limit=200")
                .json()
                .get("items")
                .forEach(item -> results.put(
                        item.get("name").asString(), item.get("result").asString()));
        return results;
    }

    /** The texts in a thread as a customer reads them, recalled ones left out. */
    List<String> texts(Client client) {
        return as(client.guest())
                .get("/api/visit/conversations/" + client.thread() + "/entries?after=0")
                .json()
                .get("items")
                .valueStream()
                .filter(entry -> entry.get("kind").asString().equals("TEXT")
                        && entry.get("recalledBy").isNull())
                .map(entry -> entry.get("body").get("text").asString())
                .toList();
    }

    void say(Client client, String key, String text) {
        as(client.guest())
                .post(
                        "/api/visit/conversations/" + client.thread() + "/messages",
                        Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)));
    }
}
