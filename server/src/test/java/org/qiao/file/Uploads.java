package org.qiao.file;

import java.util.Objects;
import org.qiao.testing.TestUser;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.client.ExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** Uploading over HTTP, as the tests of this module do it. */
final class Uploads {

    private Uploads() {}

    static RestTestClient.ResponseSpec post(RestTestClient http, TestUser user, String name, byte[] content) {
        return http.post()
                .uri(uri -> uri.path("/api/files").queryParam("name", "{name}").build(name))
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content)
                .exchange();
    }

    static FileView upload(RestTestClient http, TestUser user, String name, byte[] content) {
        return Objects.requireNonNull(post(http, user, name, content)
                .expectStatus()
                .isCreated()
                .expectBody(FileView.class)
                .returnResult()
                .getResponseBody());
    }

    static RestTestClient.ResponseSpec get(RestTestClient http, TestUser user, String url, String... headers) {
        return http.get()
                .uri(url)
                .headers(user::signIn)
                .headers(all -> {
                    for (int i = 0; i < headers.length; i += 2) {
                        all.set(headers[i], headers[i + 1]);
                    }
                })
                .exchange();
    }

    static byte[] bytes(RestTestClient.ResponseSpec answer) {
        return answer.expectBody().returnResult().getResponseBodyContent();
    }

    static String header(ExchangeResult result, String name) {
        return Objects.requireNonNull(result.getResponseHeaders().getFirst(name), name);
    }
}
