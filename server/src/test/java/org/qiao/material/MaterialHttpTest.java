package org.qiao.material;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The library, materials in chats, and who opened them, over HTTP. */
@QiaoTest
class MaterialHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestOrg org;
    private TestBrowser admin;
    private TestBrowser seller;
    private TestBrowser other;

    @BeforeEach
    void company() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        seller = new TestBrowser(http).signedIn(org.user("销售小李"));
        other = new TestBrowser(http).signedIn(org.user("旁人"));
    }

    private static Map<String, Object> material(String kind, String title, Object... more) {
        Map<String, Object> body = new HashMap<>(
                Map.of("kind", kind, "title", title, "text", "内容", "url", "", "company", false, "version", 1));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private static long id(TestBrowser.Reply made) {
        return made.json().get("id").asLong();
    }

    private static long upload(TestBrowser who) {
        return who.upload("plan.txt", "some text".getBytes(UTF_8));
    }

    private static List<String> titles(TestBrowser who, String query) {
        List<String> titles = new ArrayList<>();
        who.get("/api/material-lists/" + query)
                .json()
                .get("items")
                .forEach(item -> titles.add(item.get("title").stringValue()));
        return titles;
    }

    @Test
    void theCompanysPartIsEverybodysAndOnesOwnIsNobodyElses() {
        assertThat(seller.post("/api/materials", material("TEXT", "x", "company", true))
                        .code())
                .isEqualTo("material.not_allowed");
        assertThat(seller.post("/api/materials", material("TEXT", " ")).code()).isEqualTo("material.bad_title");
        assertThat(seller.post("/api/materials", material("ARTICLE", "x", "text", " "))
                        .code())
                .isEqualTo("material.bad_text");
        assertThat(seller.post("/api/materials", material("LINK", "x", "url", "file:///etc/passwd"))
                        .code())
                .isEqualTo("material.bad_link");
        assertThat(seller.post("/api/materials", material("FILE", "x")).code()).isEqualTo("material.bad_file");
        assertThat(seller.post("/api/materials", material("FILE", "x", "fileId", upload(other)))
                        .code())
                .isEqualTo("material.bad_file");
        assertThat(seller.post("/api/materials", material("PICTURE", "x", "fileId", upload(seller)))
                        .code())
                .isEqualTo("material.bad_file");

        long folder = id(admin.post("/api/material-folders", Map.of("name", "报价", "company", true)));
        assertThat(seller.post("/api/materials", material("TEXT", "x", "folderId", folder))
                        .code())
                .isEqualTo("material.unknown_folder");
        long prices = id(admin.post("/api/materials", material("TEXT", "价目", "company", true, "folderId", folder)));
        long mine = id(seller.post("/api/materials", material("TEXT", "我的开场白")));
        assertThat(titles(seller, "COMPANY?folder=" + folder)).containsExactly("价目");
        assertThat(titles(seller, "MINE?q=开场")).containsExactly("我的开场白");
        assertThat(titles(seller, "MINE?kind=LINK")).isEmpty();
        assertThat(titles(other, "MINE")).isEmpty();
        assertThat(other.get("/api/materials/" + mine).status()).isEqualTo(404);
        assertThat(seller.get("/api/material-lists/OTHERS").status()).isEqualTo(404);

        assertThat(seller.post("/api/materials/" + prices + "/uses", Map.of()).status())
                .isEqualTo(204);
        assertThat(admin.get("/api/materials/" + prices).json().get("uses").asInt())
                .isEqualTo(1);
        changeAndRemove(folder, prices);
    }

    private void changeAndRemove(long folder, long prices) {
        String path = "/api/materials/" + prices;
        assertThat(seller.put(path, material("TEXT", "x")).code()).isEqualTo("material.not_allowed");
        assertThat(admin.put(path, material("TEXT", "x", "version", 7)).code()).isEqualTo("material.changed_meanwhile");
        JsonNode changed =
                admin.put(path, material("LINK", "新价目", "folderId", folder)).json();
        assertThat(changed.get("kind").stringValue()).isEqualTo("TEXT");
        assertThat(admin.delete("/api/material-folders/" + folder).code()).isEqualTo("material.folder_in_use");
        assertThat(seller.delete(path).code()).isEqualTo("material.not_allowed");
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.delete("/api/material-folders/" + folder).status()).isEqualTo(204);
        assertThat(admin.get("/api/material-folders").json().size()).isZero();
    }

    @Test
    void filesOfTheLibraryAreSentByWhoeverMaySeeThem() {
        long file =
                id(admin.post("/api/materials", material("FILE", "合同样本", "company", true, "fileId", upload(admin))));
        Chat chat = chat();
        Map<String, Object> send = Map.of("conversationId", chat.thread(), "key", "k1");

        assertThat(other.post("/api/materials/" + file + "/sends", send).status())
                .isEqualTo(404);
        JsonNode sent = seller.post("/api/materials/" + file + "/sends", send).json();
        assertThat(seller.post("/api/materials/" + file + "/sends", send).json().get("id"))
                .isEqualTo(sent.get("id"));
        assertThat(seller.get("/api/materials/" + file).json().get("uses").asInt())
                .isEqualTo(1);
        assertThat(chat.guest()
                        .get("/api/visit/conversations/" + chat.thread() + "/entries")
                        .text())
                .contains("plan.txt");
        long text = id(seller.post("/api/materials", material("TEXT", "x")));
        assertThat(seller.post("/api/materials/" + text + "/sends", send).code())
                .isEqualTo("material.not_sent_like_this");
        assertThat(chat.guest()
                        .post("/api/visit/materials/" + sent.get("id") + "/opens", Map.of())
                        .status())
                .isEqualTo(404);
    }

    @Test
    void whoeverSentAnArticleSeesThatAndHowLongItWasRead() {
        long article = id(seller.post("/api/materials", material("ARTICLE", "怎么泡茶", "text", "先烧水。")));
        Chat chat = chat();
        Chat stranger = chat();
        long send = id(seller.post(
                "/api/materials/" + article + "/sends", Map.of("conversationId", chat.thread(), "key", "k1")));
        String opens = "/api/visit/materials/" + send + "/opens";

        assertThat(stranger.guest().post(opens, Map.of()).code()).isEqualTo("material.not_found");
        JsonNode opened = chat.guest().post(opens, Map.of()).json();
        assertThat(opened.get("text").stringValue()).isEqualTo("先烧水。");
        String reading = opens + "/" + opened.get("openId");
        assertThat(chat.guest().put(reading, Map.of("seconds", 40)).status()).isEqualTo(204);
        assertThat(chat.guest().put(reading, Map.of("seconds", 30)).status()).isEqualTo(204);
        assertThat(chat.guest().put(reading, Map.of("seconds", 9_999)).status()).isEqualTo(400);

        JsonNode radar = seller.get("/api/material-sends?conversation=" + chat.thread())
                .json()
                .get("items")
                .get(0);
        assertThat(radar.get("opens").asInt()).isEqualTo(1);
        assertThat(radar.get("seconds").asInt()).isEqualTo(40);
        assertThat(radar.get("customers").get(0).get("customer").get("name").stringValue())
                .isEqualTo("张女士");
        assertThat(seller.get("/api/materials/" + article + "/sends")
                        .json()
                        .get("items")
                        .size())
                .isEqualTo(1);
        assertThat(other.get("/api/material-sends/" + send).status()).isEqualTo(404);
        assertThat(other.get("/api/material-sends?conversation=" + chat.thread())
                        .status())
                .isEqualTo(404);

        seller.delete("/api/materials/" + article);
        assertThat(chat.guest().post(opens, Map.of()).code()).isEqualTo("material.not_found");
        assertThat(seller.get("/api/material-sends/" + send).json().get("title").stringValue())
                .isEqualTo("怎么泡茶");
    }

    private record Chat(long thread, TestBrowser guest) {}

    /** Somebody who came by the seller's card. */
    private Chat chat() {
        TestBrowser stranger = new TestBrowser(http);
        String way = "/api/visit/ways/"
                + seller.post("/api/my-card", Map.of()).json().get("code").stringValue();
        int consent = stranger.get(way).json().get("notice").get("version").asInt();
        JsonNode opened = stranger.post(way + "/opens", Map.of("consent", consent, "name", "张女士"))
                .json();
        TestUser user = new TestUser(
                org.id(),
                0,
                opened.get("me").get("id").asLong(),
                opened.get("token").stringValue());
        return new Chat(opened.get("thread").get("conversationId").asLong(), new TestBrowser(http).signedIn(user));
    }
}
