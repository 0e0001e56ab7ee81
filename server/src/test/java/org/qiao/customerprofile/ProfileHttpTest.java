package org.qiao.customerprofile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations.NextServer;
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

/** Tags, stages, attributes and lists, over HTTP. */
@QiaoTest
class ProfileHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CustomerTags tagging;

    private TestOrg org;
    private TestUser admin;
    private TestUser seller;
    private TestUser other;
    private CustomerRelation zhang;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        seller = org.user("销售小李");
        other = org.user("旁人");
        zhang = crm.customer("张女士", seller, "138 0013 8000");
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private static Map<String, Object> group(String name, Object... tags) {
        return Map.of("name", name, "tags", List.of(tags));
    }

    private static Map<String, Object> tag(String name) {
        return Map.of("name", name);
    }

    private JsonNode groups() {
        return as(seller).get("/api/customer-tags").json().get("groups");
    }

    private long tagId(String name) {
        for (JsonNode each : groups()) {
            for (JsonNode found : each.get("tags")) {
                if (found.get("name").stringValue().equals(name)) {
                    return found.get("id").asLong();
                }
            }
        }
        throw new AssertionError("No tag " + name);
    }

    private static Map<String, Object> tagging(List<Long> add, List<Long> remove) {
        return Map.of("add", add, "remove", remove);
    }

    @Test
    void administratorsKeepTheTagsAndAGroupGoesWithItsLastOne() {
        assertThat(as(seller)
                        .post("/api/admin/customer-tag-groups", group("等级", tag("VIP")))
                        .code())
                .isEqualTo("customerprofile.not_allowed");
        TestBrowser boss = as(admin);
        assertThat(boss.post("/api/admin/customer-tag-groups", group("等级", tag("VIP"), tag("普通")))
                        .status())
                .isEqualTo(201);
        assertThat(boss.post("/api/admin/customer-tag-groups", group("等级", tag("x")))
                        .code())
                .isEqualTo("customerprofile.name_taken");
        assertThat(boss.post("/api/admin/customer-tag-groups", group("空")).code())
                .isEqualTo("customerprofile.bad_name");
        long id = groups().get(0).get("id").asLong();
        long vip = tagId("VIP");
        long plain = tagId("普通");

        JsonNode changed = boss.put(
                        "/api/admin/customer-tag-groups/" + id,
                        group("客户等级", Map.of("id", plain, "name", "VIP"), Map.of("id", vip, "name", "普通"), tag("新")))
                .json();
        JsonNode tags = changed.get("groups").get(0).get("tags");
        assertThat(tags.get(0).get("id").asLong()).isEqualTo(plain);
        assertThat(tags.get(0).get("name").stringValue()).isEqualTo("VIP");
        assertThat(tags.size()).isEqualTo(3);
        assertThat(boss.put("/api/admin/customer-tag-groups/" + id, group("x", Map.of("id", 1, "name", "y")))
                        .code())
                .isEqualTo("customerprofile.unknown_tag");
        long second = boss.post("/api/admin/customer-tag-groups", group("来源", tag("展会")))
                .json()
                .get("groups")
                .get(1)
                .get("id")
                .asLong();
        Map<String, Object> order = Map.of("groups", List.of(second, id));
        assertThat(as(seller).put("/api/admin/customer-tag-order", order).code())
                .isEqualTo("customerprofile.not_allowed");
        assertThat(boss.put("/api/admin/customer-tag-order", order).status()).isEqualTo(200);
        assertThat(groups().get(0).get("id").asLong()).isEqualTo(second);
        boss.delete("/api/admin/customer-tag-groups/" + second);
        boss.put("/api/admin/customer-tag-groups/" + id, group("客户等级"));
        assertThat(groups().size()).isZero();
    }

    @Test
    void tagsStandOnTheRelationAndPersonalOnesArePrivate() {
        as(admin).post("/api/admin/customer-tag-groups", group("来源", tag("展会"), tag("老客")));
        long fair = tagId("展会");
        long own = as(seller)
                .post("/api/customer-tags", Map.of("name", "难缠"))
                .json()
                .get("id")
                .asLong();
        String relation = "/api/customer-relations/" + zhang.id() + "/tags";

        assertThat(as(seller)
                        .put(relation, tagging(List.of(fair, own), List.of()))
                        .status())
                .isEqualTo(200);
        JsonNode mine = as(seller)
                .get("/api/customers/" + zhang.customerId() + "/profile")
                .json()
                .get("tags");
        assertThat(mine.size()).isEqualTo(2);
        assertThat(mine.get(0).get("setBy").get("id").asLong()).isEqualTo(seller.id());
        JsonNode seen = as(admin)
                .get("/api/customers/" + zhang.customerId() + "/profile")
                .json()
                .get("tags");
        assertThat(seen.size()).isEqualTo(1);
        assertThat(as(admin).put(relation, tagging(List.of(own), List.of())).code())
                .isEqualTo("customerprofile.unknown_tag");
        assertThat(as(other).put(relation, tagging(List.of(fair), List.of())).code())
                .isEqualTo("customer.not_found");
        assertThat(as(other)
                        .get("/api/customers/" + zhang.customerId() + "/profile")
                        .status())
                .isEqualTo(404);
        assertThat(kinds(zhang.customerId())).containsOnlyOnce("TAGGED");

        as(seller).put(relation, tagging(List.of(), List.of(fair)));
        assertThat(kinds(zhang.customerId())).contains("UNTAGGED");
        assertThat(as(other).delete("/api/customer-tags/" + own).status()).isEqualTo(404);
        assertThat(as(seller).delete("/api/customer-tags/" + own).status()).isEqualTo(204);
    }

    private List<String> kinds(long customer) {
        List<String> kinds = new ArrayList<>();
        as(admin)
                .get("/api/customers/" + customer + "/timeline")
                .json()
                .get("items")
                .forEach(line -> kinds.add(line.get("event").get("kind").stringValue()));
        return kinds;
    }

    @Test
    void companyTagsGoOnWithWhoeverTakesOver() {
        as(admin).post("/api/admin/customer-tag-groups", group("来源", tag("展会")));
        crm.awaitListed(http, seller, zhang);
        Await.until(() -> thread(zhang.id()) != null);
        as(seller).put("/api/customer-relations/" + zhang.id() + "/tags", tagging(List.of(tagId("展会")), List.of()));

        CustomerRelation next = crm.transactions()
                .execute(status ->
                        crm.relations().handOver(org.id(), zhang.id(), new NextServer(other.id(), true, admin.id())));

        crm.awaitListed(http, other, next);
        Await.until(() -> list(other, "").get(0).get("tags").size() == 1);
        assertThat(list(seller, "").get(0).get("open").asBoolean()).isFalse();
    }

    /** Else he would not come into the list of whoever takes over. */
    @Test
    void whoHasAsManyTagsAsMayBeGetsNoMoreByRules() {
        Object[] many = IntStream.range(0, 101).mapToObj(n -> tag("标签" + n)).toArray();
        as(admin).post("/api/admin/customer-tag-groups", group("来源", many));
        Map<String, Long> ids = new HashMap<>();
        groups().forEach(each -> each.get("tags")
                .forEach(tag ->
                        ids.put(tag.get("name").stringValue(), tag.get("id").asLong())));
        long more = Objects.requireNonNull(ids.remove("标签100"));
        String path = "/api/customer-relations/" + zhang.id() + "/tags";
        assertThat(as(seller)
                        .put(path, tagging(List.copyOf(ids.values()), List.of()))
                        .status())
                .isEqualTo(200);

        crm.transactions().executeWithoutResult(status -> tagging.setByRule(zhang, List.of(more), "展会"));

        assertThat(as(seller).put(path, tagging(List.of(), List.of())).json())
                .hasSize(100)
                .noneMatch(tag -> tag.toString().contains("标签100"));
    }

    private Long thread(long relation) {
        return jdbc.sql("select conversation_id from customerprofile_line where relation_id = :id")
                .param("id", relation)
                .query(Long.class)
                .optional()
                .orElse(null);
    }

    private JsonNode list(TestUser user, String filter) {
        return as(user).find("/api/customer-lists/MINE?filter={filter}", filter)
                .json()
                .get("items");
    }

    @Test
    void stagesAndAttributesAreTheCompanysAndWrittenInTheTimeline() {
        String customer = "/api/customers/" + zhang.customerId();
        assertThat(as(seller).put(customer + "/stage", Map.of("stage", "lost")).code())
                .isEqualTo("customerprofile.reason_needed");
        assertThat(as(seller)
                        .put(customer + "/stage", Map.of("stage", "nowhere"))
                        .code())
                .isEqualTo("customerprofile.unknown_stage");
        assertThat(as(seller)
                        .put(customer + "/stage", Map.of("stage", "lost", "reason", "价格"))
                        .json()
                        .get("lostReason")
                        .stringValue())
                .isEqualTo("价格");
        List<Map<String, Object>> stages = List.of(
                Map.of("key", "unassigned", "name", "", "lost", false),
                Map.of("key", "trial", "name", "试用", "lost", false));
        Map<String, Object> attributes = Map.of(
                "fields",
                List.of(
                        Map.of("key", "size", "kind", "NUMBER", "label", "人数"),
                        Map.of("key", "city", "kind", "TEXT", "label", "城市")));
        String settings = "/api/admin/customer-profile-settings";
        assertThat(as(admin)
                        .put(settings, Map.of("stages", stages, "attributes", attributes, "revision", 0))
                        .code())
                .isEqualTo("customerprofile.stage_in_use");
        as(seller).put(customer + "/stage", Map.of("stage", "unassigned"));
        assertThat(as(admin)
                        .put(settings, Map.of("stages", stages, "attributes", attributes, "revision", 0))
                        .json()
                        .get("revision")
                        .asInt())
                .isEqualTo(1);
        assertThat(as(admin)
                        .put(settings, Map.of("stages", stages, "attributes", attributes, "revision", 0))
                        .code())
                .isEqualTo("customerprofile.stale");

        int version =
                as(seller).get(customer + "/profile").json().get("version").asInt();
        assertThat(as(seller)
                        .put(customer + "/attributes", Map.of("values", Map.of("size", "many"), "version", version))
                        .code())
                .isEqualTo("form.invalid");
        JsonNode profile = as(seller)
                .put(customer + "/attributes", Map.of("values", Map.of("size", "12", "city", "杭州"), "version", version))
                .json();
        assertThat(profile.get("attributes").get("city").stringValue()).isEqualTo("杭州");
        assertThat(as(seller)
                        .put(customer + "/attributes", Map.of("values", Map.of(), "version", version))
                        .code())
                .isEqualTo("customerprofile.stale");
        assertThat(kinds(zhang.customerId())).contains("STAGE_CHANGED", "ATTRIBUTES_CHANGED");
    }

    @Test
    void listsAreFilteredCountedKeptAndExportedWithinTheReadersReach() {
        CustomerRelation li = crm.customer("李先生", seller);
        CustomerRelation wang = crm.customer("王总", other);
        crm.awaitListed(http, seller, zhang, li);
        crm.awaitListed(http, other, wang);
        as(admin).post("/api/admin/customer-tag-groups", group("来源", tag("展会"), tag("老客")));
        long fair = tagId("展会");
        long old = tagId("老客");
        as(seller).put("/api/customer-relations/" + zhang.id() + "/tags", tagging(List.of(fair, old), List.of()));
        as(seller).put("/api/customer-relations/" + li.id() + "/tags", tagging(List.of(old), List.of()));
        as(seller).put("/api/customers/" + li.customerId() + "/stage", Map.of("stage", "deal"));

        assertThat(names("MINE", "{\"anyTags\":[" + fair + "," + old + "]}")).containsExactlyInAnyOrder("张女士", "李先生");
        assertThat(names("MINE", "{\"allTags\":[" + fair + "," + old + "]}")).containsExactly("张女士");
        assertThat(names("MINE", "{\"stages\":[\"deal\"]}")).containsExactly("李先生");
        assertThat(names("MINE", "{\"q\":\"13800138\"}")).containsExactly("张女士");
        assertThat(names("MINE", "{\"q\":\"女士\",\"levels\":[\"ANONYMOUS\"],\"open\":true}"))
                .containsExactly("张女士");
        assertThat(names("MINE", "{\"addedFrom\":\"2999-01-01\"}")).isEmpty();
        assertThat(names("MINE", "{\"unansweredHours\":0}")).isEmpty();
        assertThat(as(seller).get("/api/customer-lists/ALL").code()).isEqualTo("customerprofile.not_allowed");
        assertThat(as(seller)
                        .get("/api/customer-lists/TEAM")
                        .json()
                        .get("items")
                        .size())
                .isZero();
        assertThat(as(admin)
                        .get("/api/customer-lists/ALL/count")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(3);
        assertThat(as(admin)
                        .find("/api/customer-lists/ALL/count?filter={filter}", "{\"member\":" + other.id() + "}")
                        .json()
                        .get("count")
                        .asInt())
                .isEqualTo(1);
        assertThat(paged()).containsExactlyInAnyOrder("张女士", "李先生", "王总");

        long segment = as(seller)
                .post("/api/customer-segments", segment(false, "{\"anyTags\":[" + old + "]}"))
                .json()
                .get("id")
                .asLong();
        assertThat(as(seller)
                        .post("/api/customer-segments", segment(true, "{}"))
                        .code())
                .isEqualTo("customerprofile.not_allowed");
        as(admin).post("/api/customer-segments", segment(true, "{}"));
        assertThat(as(seller).get("/api/customer-segments").json().size()).isEqualTo(2);
        assertThat(as(other).get("/api/customer-segments").json().size()).isEqualTo(1);
        assertThat(as(other).delete("/api/customer-segments/" + segment).status())
                .isEqualTo(404);
        assertThat(as(seller)
                        .put("/api/customer-segments/" + segment, segment(false, "{\"silentDays\":0}"))
                        .status())
                .isEqualTo(400);

        TestBrowser.Reply sheet = as(seller).get("/api/customer-lists/MINE/export.xlsx");
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(sheet.text()).startsWith("PK");
        assertThat(as(seller).get("/api/admin/customer-exports").status()).isEqualTo(403);
        JsonNode taken =
                as(admin).get("/api/admin/customer-exports").json().get("items").get(0);
        assertThat(taken.get("by").get("id").asLong()).isEqualTo(seller.id());
        assertThat(taken.get("lines").asInt()).isEqualTo(2);
        assertThat(taken.get("filter").path("q").isNull()).isTrue();
        assertThat(taken.get("massId").isNull()).isTrue();
    }

    private static String segment(boolean company, String filter) {
        return "{\"name\":\"老客户\",\"company\":%s,\"scope\":\"MINE\",\"order\":\"ACTIVE\",\"filter\":%s}"
                .formatted(company, filter);
    }

    private List<String> names(String scope, String filter) {
        TestBrowser.Reply reply = as(seller).find("/api/customer-lists/{scope}?filter={filter}", scope, filter);
        assertThat(reply.status()).as(reply.text()).isEqualTo(200);
        List<String> names = new ArrayList<>();
        reply.json().get("items").forEach(line -> names.add(line.get("name").stringValue()));
        return names;
    }

    /** One by one, whoever moved last first. */
    private List<String> paged() {
        List<String> names = new ArrayList<>();
        String after = "";
        do {
            JsonNode page = as(admin)
                    .get("/api/customer-lists/ALL?limit=1&after=" + after)
                    .json();
            page.get("items").forEach(line -> names.add(line.get("name").stringValue()));
            after = page.get("next").asString("");
        } while (!after.isEmpty() && names.size() < 10);
        return names;
    }

    @Test
    void messagesMoveTheListAndRemarksAreFound() {
        crm.awaitListed(http, seller, zhang);
        Await.until(() -> thread(zhang.id()) != null);
        Map<String, Object> message = Map.of("key", "k1", "kind", "TEXT", "body", Map.of("text", "您好"));
        assertThat(as(seller)
                        .post("/api/conversations/" + thread(zhang.id()) + "/messages", message)
                        .status())
                .isBetween(200, 201);

        Await.until(() -> !list(seller, "").get(0).get("lastStaffAt").isNull());
        as(seller)
                .put(
                        "/api/customer-relations/" + zhang.id() + "/remark",
                        Map.of(
                                "text",
                                "杭州张姐",
                                "description",
                                "",
                                "company",
                                "西湖食品",
                                "phones",
                                List.of("+8613900139000")));
        Await.until(() -> names("MINE", "{\"q\":\"西湖\"}").size() == 1);
        assertThat(names("MINE", "{\"q\":\"13900139000\"}")).containsExactly("张女士");
    }

    @Test
    void contactsWithTheSameNumberAreFoundAmongThoseOneMaySee() {
        CustomerRelation twin = crm.customer("张小姐", seller, "+86 13800138000");
        CustomerRelation far = crm.customer("张阿姨", other, "13800138000");
        crm.awaitListed(http, seller, zhang, twin);
        crm.awaitListed(http, other, far);
        crm.transactions()
                .executeWithoutResult(status -> crm.customers()
                        .prove(org.id(), twin.customerId(), new CustomerKey(CustomerKey.Kind.PHONE, "+8613800138000")));

        JsonNode mine =
                as(seller).get("/api/customer-lists/MINE/duplicates").json().get("items");
        assertThat(mine.size()).isEqualTo(1);
        assertThat(mine.get(0).get("customers").size()).isEqualTo(2);
        assertThat(as(admin)
                        .get("/api/customer-lists/ALL/duplicates")
                        .json()
                        .get("items")
                        .get(0)
                        .get("customers")
                        .size())
                .isEqualTo(3);
        Await.until(() -> as(seller)
                .get("/api/customer-lists/MINE/duplicates")
                .json()
                .get("items")
                .get(0)
                .get("customers")
                .get(1)
                .get("verified")
                .asBoolean());
        assertThat(as(other)
                        .get("/api/customer-lists/MINE/duplicates")
                        .json()
                        .get("items")
                        .size())
                .isZero();
    }
}
