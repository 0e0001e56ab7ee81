package org.qiao.moment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations.NextServer;
import org.qiao.customer.RelationEnd;
import org.qiao.moment.Moments.MomentPostQueued;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Employees and customers, over HTTP. */
@QiaoTest
class MomentHttpTest {

    @Autowired
    TestClock clock;

    @Autowired
    Given given;

    @Autowired
    MomentShop shop;

    @Autowired
    MomentDelivery delivery;

    private TestOrg org;
    private TestUser owner;
    private TestUser ann;
    private TestUser bob;
    private TestUser wang;
    private TestUser li;
    private CustomerRelation annWang;

    @BeforeEach
    void twoCustomersOfAnn() {
        org = given.org();
        owner = org.owner();
        ann = org.user("安");
        bob = org.user("波");
        wang = shop.customer(org, "王女士");
        li = shop.customer(org, "李先生");
        annWang = shop.serve(wang, ann);
        shop.serve(li, ann);
    }

    private void settings(int companyPerMonth, int personalPerDay, boolean others) {
        assertThat(shop.as(owner)
                        .put(
                                "/api/admin/moments/settings",
                                Map.of(
                                        "companyPerMonth",
                                        companyPerMonth,
                                        "personalPerDay",
                                        personalPerDay,
                                        "confirmDays",
                                        7,
                                        "commentsPerMinute",
                                        6,
                                        "othersVisible",
                                        others,
                                        "membersMay",
                                        true))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whoHasTheTagSeesThePictureLikesAndTalksWithTheAuthor() {
        Map<String, Long> tags = shop.tags(owner, "重要", "普通");
        long vip = tags.get("重要");
        shop.tag(ann, annWang, vip);
        long picture = shop.picture(ann);
        long post = shop.publish(ann, MomentShop.personal("新品到店", Set.of(vip), List.of(picture)));
        TestBrowser guest = shop.as(wang);

        assertThat(shop.feed(li)).isEmpty();
        assertThat(shop.as(li)
                        .post("/api/visit/moments/" + post + "/files/" + picture, Map.of())
                        .code())
                .isEqualTo("moment.not_found");
        JsonNode seen = shop.items(wang, "/api/visit/moments").getFirst();
        assertThat(seen.get("author").get("name").stringValue()).isEqualTo("安");
        assertThat(guest.get("/api/visit/moments/news").json().get("fresh").booleanValue())
                .isTrue();
        String url = guest.post("/api/visit/moments/" + post + "/files/" + picture, Map.of())
                .json()
                .get("url")
                .stringValue();
        assertThat(shop.as(li).get(url + "?inline=1").status()).isEqualTo(200); // a link needs no session
        assertThat(guest.get("/api/visit/moments/" + post + "/files/" + picture + "/thumbnail")
                        .status())
                .isEqualTo(200);
        assertThat(guest.post("/api/visit/moments/" + post + "/files/" + (picture + 1), Map.of())
                        .code())
                .isEqualTo("moment.not_found");

        guest.post("/api/visit/moments/seen", Map.of("moments", List.of(post, 1)));
        guest.post("/api/visit/moments/seen", Map.of("moments", List.of(post)));
        guest.put("/api/visit/moments/" + post + "/like", Map.of());
        guest.put("/api/visit/moments/" + post + "/like", Map.of());
        Map<String, Object> words = Map.of("text", "什么价格", "key", "k1");
        long comment = guest.post("/api/visit/moments/" + post + "/comments", words)
                .json()
                .get("id")
                .longValue();
        guest.post("/api/visit/moments/" + post + "/comments", words);
        guest.post("/api/visit/moments/looked", Map.of());
        assertThat(shop.as(ann).get("/api/moments/news").json().get("comments").intValue())
                .isEqualTo(1);
        assertThat(shop.as(ann)
                        .post(
                                "/api/moments/posts/" + post + "/comments",
                                Map.of("text", "九折", "to", comment, "key", "a1"))
                        .status())
                .isEqualTo(200);

        JsonNode numbers = shop.as(ann).get("/api/moments/posts/" + post).json();
        assertThat(List.of("reached", "seen", "likes", "comments"))
                .extracting(field -> numbers.get(field).intValue())
                .containsExactly(1, 1, 1, 2);
        assertThat(shop.items(ann, "/api/moments/posts/" + post + "/seen").toString())
                .contains("王女士");
        assertThat(shop.items(ann, "/api/moments/posts/" + post + "/likes").toString())
                .contains("王女士");
        assertThat(guest.get("/api/visit/moments/news").json().get("answers").intValue())
                .isEqualTo(1);
        JsonNode talk =
                guest.get("/api/visit/moments/" + post + "/comments").json().get("items");
        assertThat(talk.get(0).get("by").stringValue()).isEqualTo("ME");
        assertThat(talk.get(1).get("by").stringValue()).isEqualTo("STAFF");
        assertThat(shop.as(bob).get("/api/moments/posts/" + post).code()).isEqualTo("moment.not_found");
        assertThat(shop.as(bob).delete("/api/moments/comments/" + comment).code())
                .isEqualTo("moment.not_found");

        assertThat(guest.delete("/api/visit/moments/comments/" + comment).status())
                .isEqualTo(204);
        assertThat(shop.as(ann)
                        .post("/api/moments/posts/" + post + "/withdraw", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(shop.feed(wang)).isEmpty();
        assertThat(guest.put("/api/visit/moments/" + post + "/like", Map.of()).code())
                .isEqualTo("moment.not_found");
    }

    @Test
    void customersSeeEachOtherOnlyWhereBothKnowTheAuthorAndTheCompanyAllowsIt() {
        long post = shop.publish(ann, MomentShop.personal("周末开放日", Set.of(), List.of()));
        String path = "/api/visit/moments/" + post;
        shop.as(wang).put(path + "/like", Map.of());
        shop.as(wang).post(path + "/comments", Map.of("text", "我要来", "key", "k"));
        JsonNode alone = shop.items(li, "/api/visit/moments").getFirst();
        assertThat(alone.get("likes").intValue()).isZero();
        assertThat(alone.toString()).doesNotContain("王女士", "我要来");

        settings(4, 3, true);
        JsonNode together = shop.items(li, "/api/visit/moments").getFirst();
        assertThat(together.get("likes").intValue()).isEqualTo(1);
        assertThat(together.get("likers").toString()).contains("王女士");
        assertThat(together.get("comments").toString())
                .contains("王女士", "我要来", "CUSTOMER")
                .doesNotContain(":" + wang.id() + ",", ":" + wang.id() + "}");

        close(annWang, RelationEnd.CUSTOMER);
        assertThat(shop.items(li, "/api/visit/moments").getFirst().toString()).doesNotContain("王女士", "我要来");
        assertThat(shop.feed(wang)).isEmpty();
        assertThat(shop.as(wang)
                        .post(path + "/comments", Map.of("text", "再说", "key", "k2"))
                        .code())
                .isEqualTo("moment.not_found");
    }

    private void close(CustomerRelation relation, RelationEnd reason) {
        shop.crm()
                .transactions()
                .executeWithoutResult(status -> shop.crm().relations().close(org.id(), relation.id(), reason, null));
    }

    @Test
    void afterAHandOverTheNextOneIsSeenAndWhatWasShownStaysReadable() {
        long old = shop.publish(ann, MomentShop.personal("安的旧动态", Set.of(), List.of()));
        shop.publish(bob, MomentShop.personal("波的动态", Set.of(), List.of()));
        assertThat(shop.feed(wang)).containsExactly("安的旧动态");
        shop.crm()
                .transactions()
                .executeWithoutResult(status ->
                        shop.crm().relations().handOver(org.id(), annWang.id(), new NextServer(bob.id(), true, null)));
        shop.publish(ann, MomentShop.personal("安的新动态", Set.of(), List.of()));

        assertThat(shop.feed(wang)).containsExactly("波的动态", "安的旧动态");
        assertThat(shop.as(wang)
                        .put("/api/visit/moments/" + old + "/like", Map.of())
                        .code())
                .isEqualTo("moment.closed");
        assertThat(shop.items(wang, "/api/visit/moments").get(1).get("open").booleanValue())
                .isFalse();
    }

    @Test
    void employeesConfirmCompanyMomentsAndCustomersGetTheirShareOnly() {
        shop.serve(wang, bob);
        settings(1, 1, false);
        TestBrowser boss = shop.as(owner);
        Map<String, Object> first = MomentShop.company("公司公告", ann, bob);
        Await.until(() -> boss.post(
                        "/api/moments/preview",
                        Map.of("kind", "COMPANY", "choice", first.get("choice"), "senders", first.get("senders")))
                .json()
                .toString()
                .equals("{\"members\":2,\"customers\":2}"));
        assertThat(shop.as(ann).post("/api/moments", first).code()).isEqualTo("moment.not_allowed");
        long moment = boss.post("/api/moments", first).json().get("momentId").longValue();
        assertThat(boss.post("/api/moments", first).json().get("momentId").longValue())
                .isEqualTo(moment);

        assertThat(shop.items(ann, "/api/moments/tasks")).hasSize(1);
        assertThat(shop.as(org.user())
                        .post("/api/moments/tasks/" + moment + "/confirm", Map.of())
                        .code())
                .isEqualTo("moment.not_found");
        long post = shop.confirm(ann, moment);
        assertThat(shop.confirm(ann, moment)).isEqualTo(post);
        delivery.on(new MomentPostQueued(org.id(), post)); // again, as after a crash
        assertThat(shop.feed(wang)).containsExactly("公司公告");
        assertThat(boss.get("/api/moments/company")
                        .json()
                        .get("items")
                        .get(0)
                        .get("confirmed")
                        .intValue())
                .isEqualTo(1);
        assertThat(shop.items(owner, "/api/moments/company/" + moment + "/tasks?done=false")
                        .toString())
                .contains("波")
                .doesNotContain("安");
        for (int times = 0; times < 3; times++) {
            assertThat(boss.post("/api/moments/company/" + moment + "/remind", Map.of())
                            .status())
                    .isEqualTo(204);
        }
        assertThat(boss.post("/api/moments/company/" + moment + "/remind", Map.of())
                        .code())
                .isEqualTo("moment.reminded_enough");

        long again = shop.confirm(bob, moment); // Wang has it from Ann
        assertThat(shop.as(bob)
                        .get("/api/moments/posts/" + again)
                        .json()
                        .get("reached")
                        .intValue())
                .isZero();
        assertThat(shop.feed(wang)).containsExactly("公司公告");
        long second = boss.post("/api/moments", MomentShop.company("第二条", ann))
                .json()
                .get("momentId")
                .longValue();
        shop.confirm(ann, second);
        assertThat(shop.feed(wang)).containsExactly("公司公告");
        TestUser late = shop.customer(org, "新客户");
        shop.serve(late, ann);
        assertThat(shop.feed(late)).containsExactly("第二条", "公司公告");

        clock.still(() -> {
            shop.publish(ann, MomentShop.personal("自己的", Set.of(), List.of()));
            assertThat(shop.as(ann)
                            .post("/api/moments", MomentShop.personal("还有", Set.of(), List.of()))
                            .code())
                    .isEqualTo("moment.too_many_today");
        });
        assertThat(boss.post("/api/moments/company/" + moment + "/withdraw", Map.of())
                        .status())
                .isEqualTo(204);
        assertThat(shop.feed(wang)).containsExactly("自己的");
        assertThat(shop.as(bob)
                        .post("/api/moments/tasks/" + moment + "/confirm", Map.of())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsWrongIsRefusedWithTheReason() {
        TestBrowser browser = shop.as(ann);
        long foreign = shop.picture(bob);
        long tag = given.org().owner().id();
        assertThat(browser.post("/api/moments", MomentShop.personal("x", Set.of(tag), List.of()))
                        .code())
                .isEqualTo("customerprofile.unknown_tag");
        assertThat(browser.post("/api/moments", MomentShop.personal("x", Set.of(), List.of(foreign)))
                        .code())
                .isEqualTo("moment.bad_file");
        assertThat(browser.post("/api/moments", MomentShop.personal(" ", Set.of(), List.of()))
                        .code())
                .isEqualTo("moment.bad_content");
        assertThat(shop.as(owner)
                        .post(
                                "/api/moments",
                                MomentShop.company("x", given.org().owner()))
                        .code())
                .isEqualTo("moment.bad_senders");
        assertThat(shop.as(owner)
                        .post("/api/moments", MomentShop.company("x", org.user()))
                        .code())
                .isEqualTo("moment.nobody");
        long post = shop.publish(ann, MomentShop.personal("好", Set.of(), List.of()));
        TestBrowser guest = shop.as(wang);
        String path = "/api/visit/moments/" + post + "/comments";
        assertThat(guest.post(path, Map.of("text", "x".repeat(501), "key", "k")).code())
                .isEqualTo("moment.bad_text");
        assertThat(guest.get("/api/visit/moments?after=zzz").code()).isEqualTo("platform.bad_cursor");
        clock.still(() -> {
            for (int n = 0; n < 6; n++) {
                assertThat(guest.post(path, Map.of("text", "快", "key", "f" + n)).status())
                        .isEqualTo(200);
            }
            assertThat(guest.post(path, Map.of("text", "快", "key", "f9")).code())
                    .isEqualTo("moment.too_fast");
        });
        shop.as(owner).post("/api/customers/" + li.id() + "/block", Map.of());
        assertThat(shop.as(li).post(path, Map.of("text", "x", "key", "k")).status())
                .isEqualTo(403);
    }
}
