package org.qiao.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class MessagingHttpTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    RestTestClient http;

    @Test
    void twoPeopleTalkOverHttp() {
        TestOrg org = given.org();
        TestUser ann = org.user("张三");
        TestUser bob = org.user("李四");
        Map<String, Object> open = Map.of("kind", "DIRECT", "memberId", bob.id());
        post(ann, "/api/conversations", open)
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.peer.name")
                .isEqualTo("李四");
        post(ann, "/api/conversations", open).expectStatus().isOk();
        long id = talk.see(ann, conversation(ann)).id();

        post(
                        ann,
                        "/api/conversations/" + id + "/messages",
                        Map.of("key", "k1", "kind", "TEXT", "body", Map.of("text", "你好")))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.seq")
                .isEqualTo(1)
                .jsonPath("$.no")
                .isEqualTo(1)
                .jsonPath("$.at")
                .exists();
        get(bob, "/api/conversations")
                .expectBody()
                .jsonPath("$.items[0].unread")
                .isEqualTo(1)
                .jsonPath("$.items[0].last.body.text")
                .isEqualTo("你好")
                .jsonPath("$.items[0].entries")
                .doesNotExist();
        get(bob, "/api/conversations/" + id + "/entries?after=0")
                .expectBody()
                .jsonPath("$.items[0].sender")
                .isEqualTo((int) ann.id())
                .jsonPath("$.head")
                .isEqualTo(1);
        put(bob, "/api/conversations/" + id + "/read", Map.of("seq", 1))
                .expectStatus()
                .isNoContent();
        get(ann, "/api/conversations/" + id + "/entries/1/readers?state=read")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items[0].name")
                .isEqualTo("李四")
                .jsonPath("$.items[0].readAt")
                .exists()
                .jsonPath("$.total")
                .isEqualTo(1);
        get(ann, "/api/conversations/" + id + "/receipts?seqs=1")
                .expectBody()
                .jsonPath("$.items[0].read")
                .isEqualTo(1);
        get(bob, "/api/conversations/" + id + "/entries/1/readers?state=read")
                .expectStatus()
                .isForbidden();
        post(ann, "/api/conversations/" + id + "/recalls", Map.of("key", "k2", "target", 1))
                .expectStatus()
                .isOk();
        get(bob, "/api/sync")
                .expectBody()
                .jsonPath("$.conversations[0].entries[0].recalledBy.by")
                .isEqualTo((int) ann.id())
                .jsonPath("$.cursor")
                .isNotEmpty();
    }

    @Test
    void aSyncTakesATailOfOneToAHundred() {
        TestUser ann = given.org().user();
        long group = talk.group(ann);
        talk.say(ann, group, "一");
        talk.say(ann, group, "二");

        get(ann, "/api/sync?tail=1")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.conversations[0].entries.length()")
                .isEqualTo(1);
        for (String bad : List.of("0", "-1", "101", "2147483647")) {
            get(ann, "/api/sync?tail=" + bad)
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.params.field")
                    .isEqualTo("tail");
        }
        for (String bad : List.of("x", "1.5", "99999999999")) {
            get(ann, "/api/sync?tail=" + bad).expectStatus().isBadRequest();
        }
    }

    @Test
    void aGroupIsManagedOverHttp() {
        TestOrg org = given.org();
        TestUser ann = org.user("张三");
        TestUser bob = org.user("李四");
        TestUser eve = org.user("王五");
        post(
                        ann,
                        "/api/conversations",
                        Map.of("kind", "GROUP", "title", "组", "memberIds", List.of(bob.id()), "key", "g"))
                .expectStatus()
                .isCreated()
                .expectBody()
                .jsonPath("$.role")
                .isEqualTo("OWNER")
                .jsonPath("$.faces.length()")
                .isEqualTo(2);
        String path = "/api/conversations/" + conversation(ann);

        post(ann, path + "/members", Map.of("memberIds", List.of(eve.id())))
                .expectStatus()
                .isNoContent();
        put(ann, path + "/members/" + bob.id() + "/role", Map.of("role", "ADMIN"))
                .expectStatus()
                .isNoContent();
        get(eve, path + "/members").expectBody().jsonPath("$.items.length()").isEqualTo(3);
        put(ann, path, Map.of("title", "新组"))
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.title")
                .isEqualTo("新组");
        put(eve, path + "/preferences", Map.of("muted", true))
                .expectBody()
                .jsonPath("$.muted")
                .isEqualTo(true)
                .jsonPath("$.pinned")
                .isEqualTo(false);
        get(eve, path + "/files")
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.items")
                .isEmpty();
        put(ann, path + "/owner", Map.of("memberId", bob.id())).expectStatus().isNoContent();
        delete(bob, path + "/members/" + eve.id()).expectStatus().isNoContent();
        get(eve, path).expectStatus().isNotFound();
        delete(ann, path + "/members/" + ann.id()).expectStatus().isNoContent();
        delete(bob, path).expectStatus().isNoContent();
        get(bob, path).expectStatus().isNotFound();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/entries",
                "/members",
                "/files",
                "/receipts?seqs=1",
                "/entries/1/readers?state=read",
                "/entries/1/thumbnail"
            })
    void aForeignConversationLooksLikeAMissingOne(String path) {
        TestUser ann = given.org().user();
        long group = talk.group(ann);
        TestUser stranger = given.org().user();
        TestUser colleague = new TestOrg(given, ann.orgId(), 0).given().org().user();

        for (TestUser who : List.of(stranger, colleague)) {
            byte[] foreign = get(who, "/api/conversations/" + group + path)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            byte[] missing = get(who, "/api/conversations/999999999" + path)
                    .expectStatus()
                    .isNotFound()
                    .expectBody()
                    .returnResult()
                    .getResponseBody();
            assertThat(code(foreign)).isEqualTo(code(missing));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{}|platform.invalid",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"  \"}}|messaging.text_empty",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{}}|messaging.text_empty",
                "{\"key\":\"a b\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\"}}|messaging.bad_key",
                "{\"key\":\"\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\"}}|messaging.bad_key",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\\u0000y\"}}|platform.unreadable",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\\ud800\"}}|platform.unreadable",
                "{\"key\":\"a\",\"kind\":\"RECALL\",\"body\":{\"text\":\"x\"}}|messaging.body_incomplete",
                "{\"key\":\"a\",\"kind\":\"SYSTEM\",\"body\":{\"text\":\"x\"}}|messaging.body_incomplete",
                "{\"key\":\"a\",\"kind\":\"FILE\",\"body\":{\"text\":\"x\"}}|messaging.body_incomplete",
                "{\"key\":\"a\",\"kind\":\"FILE\",\"body\":{\"file\":{\"id\":99999999}}}|file.not_found",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\",\"replyTo\":77}}|messaging.entry_not_found",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\",\"replyTo\":-1}}|platform.invalid",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":{\"text\":\"x\",\"mentions\":[0]}}|messaging.body_incomplete",
                "{\"key\":\"a\",\"kind\":\"NOISE\",\"body\":{\"text\":\"x\"}}|platform.unreadable",
                "{\"key\":\"a\",\"kind\":\"TEXT\",\"body\":[]}|platform.unreadable",
                "[]|platform.unreadable",
                "{|platform.unreadable"
            })
    void badMessagesAreRefusedWithACode(String body, String code) {
        TestUser ann = given.org().user();
        long group = talk.group(ann);

        byte[] answer = http.post()
                .uri("/api/conversations/" + group + "/messages")
                .headers(ann::signIn)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange()
                .expectStatus()
                .value(status -> assertThat(status).isBetween(400, 404))
                .expectBody()
                .returnResult()
                .getResponseBody();

        assertThat(code(answer)).contains("\"" + code + "\"");
    }

    @Test
    void aTextOfSixteenKibibytesPassesAndOneMoreByteDoesNot() {
        TestUser ann = given.org().user();
        String path = "/api/conversations/" + talk.group(ann) + "/messages";

        post(ann, path, Map.of("key", "a", "kind", "TEXT", "body", Map.of("text", "x".repeat(16_384))))
                .expectStatus()
                .isOk();
        post(ann, path, Map.of("key", "b", "kind", "TEXT", "body", Map.of("text", "汉".repeat(5_462))))
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("messaging.text_too_long");
    }

    @Test
    void whoWritesTooFastIsToldWhenToComeBack() throws Exception {
        TestUser ann = given.org().user();
        String path = "/api/conversations/" + talk.group(ann) + "/messages";
        List<Callable<String>> burst = new ArrayList<>();
        for (int i = 0; i < 80; i++) {
            Map<String, Object> message = Map.of("key", "k" + i, "kind", "TEXT", "body", Map.of("text", "快"));
            burst.add(() -> {
                var answer = post(ann, path, message).returnResult(String.class);
                return answer.getStatus().value() + " "
                        + answer.getResponseHeaders().getFirst("Retry-After");
            });
        }

        assertThat(MessageLogTest.together(burst)).contains("200 null", "429 1");
    }

    private static String code(byte[] body) {
        return new String(body, java.nio.charset.StandardCharsets.UTF_8).replaceAll("\"instance\":\"[^\"]*\"", "");
    }

    private long conversation(TestUser user) {
        return lists.list(user.actor(), null, null).items().getFirst().id();
    }

    @Autowired
    Conversations lists;

    private RestTestClient.ResponseSpec get(TestUser user, String path) {
        return http.get().uri(path).headers(user::signIn).exchange();
    }

    private RestTestClient.ResponseSpec post(TestUser user, String path, Object body) {
        return http.post()
                .uri(path)
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec put(TestUser user, String path, Object body) {
        return http.put()
                .uri(path)
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body)
                .exchange();
    }

    private RestTestClient.ResponseSpec delete(TestUser user, String path) {
        return http.delete().uri(path).headers(user::signIn).exchange();
    }
}
