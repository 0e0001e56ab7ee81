package org.qiao.messaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.account.Guests;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer's page does without a socket, and the files that go both ways. */
@QiaoTest
class GuestHttpTest {

    @Autowired
    Given given;

    @Autowired
    Talk talk;

    @Autowired
    CustomerConversations customers;

    @Autowired
    Guests guests;

    @Autowired
    RestTestClient http;

    private final JsonMapper json = new JsonMapper();
    private TestOrg org;
    private TestUser ann;
    private TestUser guest;
    private long thread;

    @BeforeEach
    void aThread() {
        org = given.org();
        ann = org.user("安");
        guest = given.guest(org, "客人");
        thread = customers.open(org.id(), guest.id(), ann.id(), "relation-1");
    }

    @Test
    void aCustomerReadsWritesAndSendsAFile() {
        String mine = "/api/visit/conversations/" + thread;
        JsonNode upload = body(upload(guest, "/api/visit/files", "身份.txt"), 201);
        long file = upload.get("id").longValue();
        assertThat(body(get(guest, "/api/visit/files/" + file), 200).get("name").stringValue())
                .isEqualTo("身份.txt");
        Map<String, Object> message = Map.of("key", "k1", "kind", "FILE", "body", Map.of("file", Map.of("id", file)));

        JsonNode ack = body(post(guest, mine + "/messages", message), 200);

        assertThat(body(post(guest, mine + "/messages", message), 200)).isEqualTo(ack);
        assertThat(body(get(guest, "/api/visit/conversations"), 200)
                        .get("items")
                        .get(0)
                        .get("last")
                        .get("seq"))
                .isEqualTo(ack.get("seq"));
        JsonNode entries = body(get(guest, mine + "/entries?after=1"), 200);
        assertThat(entries.get("items").get(0).toString()).contains("身份.txt");
        String place =
                "/api/conversations/" + thread + "/entries/" + ack.get("seq").longValue();
        String ticket =
                body(post(ann, place + "/ticket", Map.of()), 200).get("url").stringValue();
        assertThat(content(get(ann, ticket))).isEqualTo("hello");
        assertThat(status(get(guest, ticket))).isEqualTo(401);
        assertThat(status(get(guest, "/api/visit/files/open/" + ticket.substring("/files/".length()))))
                .isEqualTo(404);
    }

    @Test
    void aCustomerOpensWhatHeMaySeeByALinkThatNeedsNoToken() {
        TestUser fellow = given.guest(org, "旁客");
        long file = body(upload(ann, "/api/files", "报价.txt"), 201).get("id").longValue();
        JsonNode ack = body(
                post(
                        ann,
                        "/api/conversations/" + thread + "/messages",
                        Map.of("key", "k1", "kind", "FILE", "body", Map.of("file", Map.of("id", file)))),
                200);
        String place = "/api/visit/conversations/" + thread + "/entries/"
                + ack.get("seq").longValue() + "/ticket";

        String url = body(post(guest, place, Map.of()), 200).get("url").stringValue();

        RestTestClient.RequestHeadersSpec<?> nobody = http.get().uri(url);
        assertThat(content(nobody.exchange())).isEqualTo("hello");
        assertThat(status(get(fellow, place.replace("/ticket", "/thumbnail")))).isEqualTo(404);
        assertThat(status(post(fellow, place, Map.of()))).isEqualTo(404);
        assertThat(status(get(guest, "/api/visit/files/" + file))).isEqualTo(404);
        assertThat(status(get(ann, url.replace("/api/visit/files/open", "/files"))))
                .isEqualTo(404);
        assertThat(status(get(guest, url + "x"))).isEqualTo(404);
        talk.recall(ann, thread, ack.get("seq").longValue());
        assertThat(status(post(guest, place, Map.of()))).isEqualTo(404);
        guests.setEnabled(org.id(), guest.id(), false);
        assertThat(status(http.get().uri(url).exchange())).isEqualTo(404);
    }

    @Test
    void whoCameLaterSeesNoEarlierFile() {
        TestUser late = given.guest(org, "后来");
        long group = customers.openGroup(ann.actor(), "群", List.of(), List.of(guest.id()), "g");
        long file = body(upload(ann, "/api/files", "报价.txt"), 201).get("id").longValue();
        long seq = body(
                        post(
                                ann,
                                "/api/conversations/" + group + "/messages",
                                Map.of("key", "k1", "kind", "FILE", "body", Map.of("file", Map.of("id", file)))),
                        200)
                .get("seq")
                .longValue();
        customers.join(org.id(), group, late.id(), 10);
        String place = "/api/visit/conversations/" + group + "/entries/" + seq + "/ticket";

        assertThat(status(post(guest, place, Map.of()))).isEqualTo(200);
        assertThat(status(post(late, place, Map.of()))).isEqualTo(404);
        assertThat(body(get(late, "/api/visit/conversations/" + group + "/entries?after=0"), 200)
                        .get("fromSeq")
                        .longValue())
                .isGreaterThan(seq);
    }

    private RestTestClient.ResponseSpec upload(TestUser user, String path, String name) {
        return http.post()
                .uri(uri -> uri.path(path).queryParam("name", "{name}").build(name))
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body("hello".getBytes(UTF_8))
                .exchange();
    }

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

    private JsonNode body(RestTestClient.ResponseSpec answer, int status) {
        answer.expectStatus().isEqualTo(status);
        return json.readTree(content(answer));
    }

    private static String content(RestTestClient.ResponseSpec answer) {
        return new String(answer.expectBody().returnResult().getResponseBodyContent(), UTF_8);
    }

    private static int status(RestTestClient.ResponseSpec answer) {
        return answer.returnResult(String.class).getStatus().value();
    }
}
