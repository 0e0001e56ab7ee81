package org.qiao.visit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The page that a code leads to: the card is in it, and who may frame it. */
@QiaoTest
class VisitPageTest {

    private static final String SETTINGS = "/api/admin/customers/settings";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private EntityExchangeResult<String> page(String path) {
        return http.get().uri(path).exchange().expectBody(String.class).returnResult();
    }

    private static String policy(EntityExchangeResult<String> page) {
        return String.valueOf(page.getResponseHeaders().getFirst("Content-Security-Policy"));
    }

    @Test
    void theCardIsInThePageAndNothingInItIsMarkup() {
        TestOrg org = given.org();
        TestBrowser work = new TestBrowser(http).signedIn(org.user("<b>安娜</b>"));
        String path = work.put(
                        "/api/my-card",
                        Map.of("title", "</script>", "needs", List.of(), "autoReply", "", "skipVerify", true))
                .json()
                .path("path")
                .asString();

        EntityExchangeResult<String> page = page(path);

        assertThat(page.getResponseBody())
                .contains("<h1>&lt;b&gt;安娜&lt;/b&gt;</h1>", "\\u003c/script>", "id=\"way\"")
                .doesNotContain("<b>", "<!-- way -->");
        assertThat(page("/v/unknown00000").getResponseBody()).contains("<!-- way -->");
    }

    @Test
    void onlyTheCompanysOwnSitesMayFrameItsPages() {
        TestOrg org = given.org();
        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        String path = admin.put(
                        "/api/my-card", Map.of("title", "", "needs", List.of(), "autoReply", "", "skipVerify", true))
                .json()
                .path("path")
                .asString();
        assertThat(policy(page(path))).endsWith("frame-ancestors 'none'");
        assertThat(page(path).getResponseHeaders().getFirst("X-Frame-Options")).isNull();

        ObjectNode settings = (ObjectNode) admin.get(SETTINGS).json();
        settings.putArray("sites").add("https://shop.example.com").add("http://localhost:9000");
        assertThat(admin.put(SETTINGS, settings).status()).isEqualTo(200);

        assertThat(policy(page(path)))
                .endsWith("frame-ancestors https://shop.example.com http://localhost:9000")
                .contains("script-src 'self'");
        assertThat(policy(page("/v/unknown00000"))).endsWith("frame-ancestors 'none'");
        assertThat(page("/api/setup").getResponseHeaders().getFirst("X-Frame-Options"))
                .isEqualTo("DENY");
        for (String bad : List.of("https://shop.example.com/path", "*", "https://a.example.com; script-src *")) {
            settings.putArray("sites").add(bad);
            assertThat(admin.put(SETTINGS, settings).status()).as(bad).isEqualTo(400);
        }
    }

    @Test
    void onlyAnotherNoticeIsShownAgain() {
        TestOrg org = given.org();
        TestBrowser admin = new TestBrowser(http).signedIn(org.admin());
        TestBrowser work = new TestBrowser(http).signedIn(org.user("安娜"));
        String code = work.post("/api/my-card", Map.of()).json().path("code").asString();
        ObjectNode settings = (ObjectNode) admin.get(SETTINGS).json();

        admin.put(SETTINGS, settings.put("perMember", 100));
        assertThat(noticeVersion(code)).isEqualTo(1);
        Map<String, Object> text = Map.of("zh", "我们只为回复您而保存聊天记录。", "en", "We keep the chat only to answer you.");
        assertThat(admin.post("/api/admin/customers/notices", text).status()).isEqualTo(204);
        assertThat(noticeVersion(code)).isEqualTo(2);
        admin.post("/api/admin/customers/notices", text);
        admin.put(SETTINGS, settings.put("perMember", 200));
        assertThat(noticeVersion(code)).isEqualTo(2);
        JsonNode versions = admin.get("/api/admin/customers/notices").json().path("items");
        assertThat(versions.valueStream().map(version -> version.path("version").asInt()))
                .containsExactly(2, 1);
        assertThat(versions.path(1).path("shipped").asBoolean()).isTrue();
        assertThat(work.get("/api/admin/customers/notices").status()).isEqualTo(403);
    }

    private int noticeVersion(String code) {
        return new TestBrowser(http)
                .get("/api/visit/ways/" + code)
                .json()
                .path("notice")
                .path("version")
                .asInt();
    }
}
