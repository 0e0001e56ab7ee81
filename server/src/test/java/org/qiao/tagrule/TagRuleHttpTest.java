package org.qiao.tagrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Rules are made, and customers who write are tagged by them. */
@QiaoTest
class TagRuleHttpTest {

    private static final String RULES = "/api/admin/customer-tag-rules";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    private TestUser seller;
    private TestUser guest;
    private TestBrowser admin;
    private CustomerRelation relation;
    private long hot;
    private long cold;

    @BeforeEach
    void company() {
        TestOrg org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        seller = org.user("销售");
        guest = crm.guest(org, "张女士");
        relation = crm.serve(guest, seller);
        JsonNode tags = admin.post(
                        "/api/admin/customer-tag-groups",
                        Map.of("name", "意向", "tags", List.of(Map.of("name", "想买"), Map.of("name", "沉默"))))
                .json()
                .at("/groups/0/tags");
        hot = tags.get(0).get("id").asLong();
        cold = tags.get(1).get("id").asLong();
        crm.awaitListed(http, seller, relation);
    }

    private static Map<String, Object> rule(String name, String kind, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", name, "kind", kind, "words", List.of(), "takeBack", false, "active", true, "version", 0));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private void say(String text) {
        new TestBrowser(http)
                .signedIn(guest)
                .post(
                        "/api/visit/conversations/" + Objects.requireNonNull(relation.conversationId()) + "/messages",
                        Map.of(
                                "key", Integer.toHexString(text.hashCode()),
                                "kind", "TEXT",
                                "body", Map.of("text", text)));
    }

    private List<String> tags() {
        return new TestBrowser(http)
                .signedIn(seller)
                .get("/api/customers/" + guest.id() + "/profile")
                .json()
                .get("tags")
                .valueStream()
                .map(tag -> tag.get("name").asString())
                .toList();
    }

    private List<String> timeline(String kind) {
        return admin.get("/api/customers/" + guest.id() + "/timeline")
                .json()
                .get("items")
                .valueStream()
                .map(line -> line.get("event"))
                .filter(event -> event.get("kind").asString().equals(kind))
                .map(event -> event.at("/data/rule").asString(""))
                .toList();
    }

    @Test
    void whatCustomersWriteTagsThemAndTheTimelineNamesTheRule() {
        assertThat(new TestBrowser(http).signedIn(seller).get(RULES).code()).isEqualTo("tagrule.not_allowed");
        assertThat(admin.post(RULES, rule("询价", "KEYWORD", "tags", List.of(hot)))
                        .code())
                .isEqualTo("tagrule.bad_words");
        assertThat(admin.post(RULES, rule("询价", "KEYWORD", "words", List.of("报价"), "tags", List.of(999_999_999L)))
                        .code())
                .isEqualTo("customerprofile.unknown_tag");
        assertThat(admin.post(RULES, rule("久未联系", "SILENCE", "days", 0, "tags", List.of(cold)))
                        .code())
                .isEqualTo("tagrule.bad_days");
        Map<String, Object> kindless =
                new HashMap<>(rule("询价", "KEYWORD", "words", List.of("报价"), "tags", List.of(hot)));
        kindless.put("kind", null);
        assertThat(admin.post(RULES, kindless).code()).isEqualTo("platform.invalid");
        JsonNode made = admin.post(RULES, rule("询价", "KEYWORD", "words", List.of("报价", "Price"), "tags", List.of(hot)))
                .json();
        assertThat(made.at("/tags/0/name").asString()).isEqualTo("想买");

        say("在吗");
        say("能给个 price 吗");

        Await.until(() -> tags().contains("想买"));
        assertThat(timeline("TAGGED")).containsExactly("询价");
        say("报价呢");
        say("还有报价");
        Await.until(this::isHeard);
        assertThat(admin.get(RULES).json().at("/0/tagged").asInt()).isEqualTo(1);

        Map<String, Object> off = rule("询价", "KEYWORD", "words", List.of("发票"), "tags", List.of(cold), "active", false);
        String one = RULES + "/" + made.get("id").asLong();
        assertThat(admin.put(one, off).status()).isEqualTo(200);
        assertThat(admin.put(one, off).code()).isEqualTo("tagrule.stale");
        assertThat(admin.delete(one).status()).isEqualTo(204);
        assertThat(admin.delete(one).status()).isEqualTo(404);
        assertThat(tags()).containsExactly("想买");
    }

    @Test
    void whoeverWritesAgainIsSilentNoMore() {
        say("第一句");
        Await.until(this::hasWritten);
        Map<String, Object> silence = rule("久未联系", "SILENCE", "days", 30, "tags", List.of(cold, hot), "takeBack", true);
        new TestBrowser(http)
                .signedIn(seller)
                .put(
                        "/api/customer-relations/" + relation.id() + "/tags",
                        Map.of("add", List.of(hot), "remove", List.of()));
        admin.post(RULES, silence);

        Await.until(() -> {
            lookAgainLongAfter();
            return tags().contains("沉默");
        });
        say("我又来了");
        Await.until(() -> !tags().contains("沉默"));

        assertThat(tags()).as("set by hand").containsExactly("想买");
        assertThat(timeline("UNTAGGED")).containsExactly("久未联系");
        assertThat(jdbc.sql("select count(*) from tagrule_silent where org_id = :org")
                        .param("org", guest.orgId())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    /** As if his last words were older; the log may say them to the lists once more meanwhile. */
    private void lookAgainLongAfter() {
        jdbc.sql("""
                        update customerprofile_line
                        set last_customer_at = now() - interval '40 days', opened_at = now() - interval '41 days'
                        where org_id = :org
                        """).param("org", guest.orgId()).update();
        jdbc.sql("update tagrule set next_at = now() - interval '1 day' where org_id = :org")
                .param("org", guest.orgId())
                .update();
    }

    private boolean isHeard() {
        return jdbc.sql("select count(*) from threadfeed_piece where org_id = :org")
                        .param("org", guest.orgId())
                        .query(Integer.class)
                        .single()
                == 0;
    }

    private boolean hasWritten() {
        return jdbc.sql("select last_customer_at is not null from customerprofile_line where relation_id = :id")
                .param("id", relation.id())
                .query(Boolean.class)
                .single();
    }
}
