package org.qiao.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.client.RestTestClient;

@QiaoTest
class FileTransferTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Files files;

    @Autowired
    TestClock clock;

    @Test
    void whatIsUploadedComesBackUnderItsOwnName() {
        TestUser user = given.org().user();

        FileView file = Uploads.upload(http, user, "行程 安排.txt", "你好，北京".getBytes(UTF_8));
        Ticket ticket = files.ticket(user.actor(), file.id());
        RestTestClient.ResponseSpec answer = Uploads.get(http, user, ticket.url());

        assertThat(file.name()).isEqualTo("行程 安排.txt");
        assertThat(file.type()).isEqualTo("text/plain");
        assertThat(file.size()).isEqualTo(15);
        answer.expectStatus()
                .isOk()
                .expectHeader()
                .value(
                        HttpHeaders.CONTENT_DISPOSITION,
                        value -> assertThat(value)
                                .startsWith("attachment")
                                .contains("filename*=UTF-8''%E8%A1%8C%E7%A8%8B%20%E5%AE%89%E6%8E%92.txt"))
                .expectHeader()
                .valueEquals("X-Content-Type-Options", "nosniff")
                .expectHeader()
                .valueEquals("Content-Security-Policy", FileResponder.POLICY)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_TYPE, "application/octet-stream");
        assertThat(Uploads.bytes(answer)).asString(UTF_8).isEqualTo("你好，北京");
    }

    @Test
    void theAnswerHoldsWhatTheContractSays() {
        TestUser user = given.org().user();

        String answer = new String(Uploads.bytes(Uploads.post(http, user, "a.txt", "text".getBytes(UTF_8))), UTF_8);

        assertThat(answer).matches("""
                \\{"id":\\d+,"name":"a.txt","size":4,"type":"text/plain","width":null,"height":null,"thumbnail":false}""");
    }

    @Test
    void onlyTheUploaderSeesAnUploadThatNothingRefersTo() {
        TestOrg org = given.org();
        TestUser owner = org.user();
        TestUser colleague = org.user("李四");
        TestUser stranger = given.org().user();
        FileView file = Uploads.upload(http, owner, "a.txt", "text".getBytes(UTF_8));

        Uploads.get(http, owner, "/api/files/" + file.id()).expectStatus().isOk();
        String missing = body(owner, "/api/files/999999999");
        assertThat(body(colleague, "/api/files/" + file.id()).replace("" + file.id(), "999999999"))
                .isEqualTo(missing);
        assertThat(body(stranger, "/api/files/" + file.id()).replace("" + file.id(), "999999999"))
                .isEqualTo(missing);
        assertThat(missing).contains("file.not_found");
    }

    @Test
    void aTicketOpensNothingForAnybodyElse() {
        TestOrg org = given.org();
        TestUser user = org.user();
        String url = ticket(user, "a.txt", "text");

        Uploads.get(http, org.user("李四"), url).expectStatus().isNotFound();
        Uploads.get(http, given.org().user(), url).expectStatus().isNotFound();
        http.get().uri(url).exchange().expectStatus().isUnauthorized();
        Uploads.get(http, user, url).expectStatus().isOk();
    }

    @Test
    void aTamperedTicketIsAMissingFile() {
        TestUser user = given.org().user();
        String url = ticket(user, "a.txt", "text");

        for (int i = "/files/".length(); i < url.length() - 1; i += 5) {
            char other = url.charAt(i) == 'A' ? 'B' : 'A';
            String forged = url.substring(0, i) + other + url.substring(i + 1);
            Uploads.get(http, user, forged).expectStatus().isNotFound();
        }
        Uploads.get(http, user, "/files/x").expectStatus().isNotFound();
        Uploads.get(http, user, "/files/" + "A".repeat(2000)).expectStatus().isNotFound();
    }

    @Test
    void aTicketEndsAfterTenMinutes() {
        TestUser user = given.org().user();
        String url = ticket(user, "a.txt", "text");

        clock.forward(Duration.ofMinutes(11));

        Uploads.get(http, user, url)
                .expectStatus()
                .isEqualTo(410)
                .expectBody()
                .jsonPath("$.code")
                .isEqualTo("file.ticket_expired");
    }

    @Test
    void oneRangeIsAnsweredAndOneOutsideIsRefused() {
        TestUser user = given.org().user();
        String url = ticket(user, "a.txt", "0123456789");

        RestTestClient.ResponseSpec part = Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=2-5");
        part.expectStatus().isEqualTo(206).expectHeader().valueEquals(HttpHeaders.CONTENT_RANGE, "bytes 2-5/10");
        assertThat(Uploads.bytes(part)).asString(UTF_8).isEqualTo("2345");
        RestTestClient.ResponseSpec tail = Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=-3");
        assertThat(Uploads.bytes(tail)).asString(UTF_8).isEqualTo("789");
        Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=10-")
                .expectStatus()
                .isEqualTo(416)
                .expectHeader()
                .valueEquals(HttpHeaders.CONTENT_RANGE, "bytes */10");
        RestTestClient.ResponseSpec several = Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=0-1,4-5");
        several.expectStatus().isOk();
        assertThat(Uploads.bytes(several)).hasSize(10);
    }

    @Test
    void anUnchangedFileIsNotSentAgainAndAStaleRangeGetsTheWholeFile() {
        TestUser user = given.org().user();
        String url = ticket(user, "a.txt", "0123456789");
        String etag = Uploads.header(Uploads.get(http, user, url).expectBody().returnResult(), HttpHeaders.ETAG);

        Uploads.get(http, user, url, HttpHeaders.IF_NONE_MATCH, etag)
                .expectStatus()
                .isNotModified();
        Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=2-5", HttpHeaders.IF_RANGE, "\"other\"")
                .expectStatus()
                .isOk();
        Uploads.get(http, user, url, HttpHeaders.RANGE, "bytes=2-5", HttpHeaders.IF_RANGE, etag)
                .expectStatus()
                .isEqualTo(206);
    }

    @Test
    void anEmptyFileIsAFile() {
        TestUser user = given.org().user();
        FileView file = Uploads.upload(http, user, "empty", new byte[0]);

        RestTestClient.ResponseSpec answer =
                Uploads.get(http, user, files.ticket(user.actor(), file.id()).url());

        answer.expectStatus().isOk();
        assertThat(file.size()).isZero();
    }

    private String ticket(TestUser user, String name, String content) {
        FileView file = Uploads.upload(http, user, name, content.getBytes(UTF_8));
        return files.ticket(user.actor(), file.id()).url();
    }

    private String body(TestUser user, String url) {
        RestTestClient.ResponseSpec answer = Uploads.get(http, user, url);
        answer.expectStatus().isNotFound();
        return new String(Uploads.bytes(answer), UTF_8);
    }
}
