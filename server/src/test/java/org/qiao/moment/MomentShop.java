package org.qiao.moment;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.ImageIO;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Employees who show something, and customers who look at it. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
class MomentShop {

    private final Crm crm;
    private final RestTestClient http;

    MomentShop(Crm crm, RestTestClient http) {
        this.crm = crm;
        this.http = http;
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    TestUser customer(TestOrg org, String name) {
        return crm.guest(org, name);
    }

    CustomerRelation serve(TestUser guest, TestUser member) {
        return crm.serve(guest, member);
    }

    Crm crm() {
        return crm;
    }

    /** Tags of the company, by name. */
    Map<String, Long> tags(TestUser owner, String... names) {
        JsonNode made = as(owner)
                .post(
                        "/api/admin/customer-tag-groups",
                        Map.of(
                                "name",
                                "客户级别",
                                "tags",
                                List.of(names).stream()
                                        .map(name -> Map.of("name", name))
                                        .toList()))
                .json();
        Map<String, Long> tags = new HashMap<>();
        made.get("groups")
                .get(0)
                .get("tags")
                .forEach(tag ->
                        tags.put(tag.get("name").stringValue(), tag.get("id").longValue()));
        return tags;
    }

    void tag(TestUser member, CustomerRelation relation, Long... tags) {
        as(member)
                .put(
                        "/api/customer-relations/" + relation.id() + "/tags",
                        Map.of("add", List.of(tags), "remove", List.of()));
    }

    static Map<String, Object> personal(String text, Set<Long> tags, List<Long> files) {
        Map<String, Object> body = new HashMap<>();
        body.put("kind", "PERSONAL");
        body.put("text", text);
        body.put("files", files);
        body.put("choice", Map.of("all", false, "tags", tags));
        body.put("key", text + tags + files);
        return body;
    }

    static Map<String, Object> company(String text, TestUser... senders) {
        Map<String, Object> body = personal(text, Set.of(), List.of());
        body.put("kind", "COMPANY");
        body.put(
                "senders",
                Map.of(
                        "everyone",
                        senders.length == 0,
                        "departments",
                        List.of(),
                        "roles",
                        List.of(),
                        "members",
                        List.of(senders).stream().map(TestUser::id).toList()));
        return body;
    }

    /** Publishes and waits until customers see it. */
    long publish(TestUser member, Map<String, Object> moment) {
        long post = as(member).post("/api/moments", moment).json().get("postId").longValue();
        published(member, post);
        return post;
    }

    void published(TestUser member, long post) {
        Await.until(() -> as(member)
                .get("/api/moments/posts/" + post)
                .json()
                .get("state")
                .stringValue()
                .equals("PUBLISHED"));
    }

    long confirm(TestUser member, long moment) {
        long post = as(member)
                .post("/api/moments/tasks/" + moment + "/confirm", Map.of())
                .json()
                .get("postId")
                .longValue();
        published(member, post);
        return post;
    }

    /** The texts of a customer's feed. */
    List<String> feed(TestUser guest) {
        return items(guest, "/api/visit/moments").stream()
                .map(moment -> moment.get("text").stringValue())
                .toList();
    }

    List<JsonNode> items(TestUser user, String path) {
        return List.copyOf(as(user).get(path).json().get("items").values());
    }

    long picture(TestUser member) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return upload(member, "a.png", bytes.toByteArray());
    }

    long upload(TestUser member, String name, byte[] content) {
        return as(member).upload(name, content);
    }
}
