package org.qiao.directory;

import org.jspecify.annotations.Nullable;
import org.qiao.testing.TestUser;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;

/** The calls of one test, in few words. */
record Calls(RestTestClient http) {

    ResponseSpec get(TestUser user, String uri, Object... values) {
        return http.get().uri(uri, values).headers(user::signIn).exchange();
    }

    ResponseSpec post(TestUser user, String uri, Object body) {
        return send(user, HttpMethod.POST, uri, body);
    }

    ResponseSpec put(TestUser user, String uri, Object body) {
        return send(user, HttpMethod.PUT, uri, body);
    }

    ResponseSpec delete(TestUser user, String uri) {
        return send(user, HttpMethod.DELETE, uri, null);
    }

    ResponseSpec send(TestUser user, HttpMethod method, String uri, @Nullable Object body) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(uri).headers(user::signIn);
        return body == null ? request.exchange() : request.body(body).exchange();
    }

    /** The body without the address, which is the only thing that may differ between two refusals. */
    static String body(ResponseSpec answer, int status) {
        return String.valueOf(answer.expectStatus()
                        .isEqualTo(status)
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .replaceAll("\"instance\":\"[^\"]*\",", "");
    }

    static void refused(ResponseSpec answer, int status, String code) {
        answer.expectStatus().isEqualTo(status).expectBody().jsonPath("$.code").isEqualTo(code);
    }
}
