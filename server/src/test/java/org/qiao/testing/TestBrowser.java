package org.qiao.testing;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseCookie;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A browser that keeps its cookie, at an address of its own: what one test gets wrong locks out nobody else. It speaks through a
 * proxy on this machine, as behind nginx.
 */
public final class TestBrowser {

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String COOKIE = "qiao_session";

    private final RestTestClient http;
    private final String address;
    private @Nullable String cookie;
    private @Nullable String bearer;

    public TestBrowser(RestTestClient http) {
        int number = NUMBER.incrementAndGet();
        this.http = http;
        this.address = "198.18.%d.%d".formatted(number / 250, number % 250 + 1);
    }

    /** An answer: status, headers and the body read as JSON (missing for none). */
    public record Reply(int status, HttpHeaders headers, String text) {

        public JsonNode json() {
            return text.isEmpty() ? JSON.missingNode() : JSON.readTree(text);
        }

        public String code() {
            return json().path("code").asString("");
        }
    }

    public TestBrowser signedIn(TestUser user) {
        bearer = user.token();
        return this;
    }

    public String address() {
        return address;
    }

    public @Nullable String cookie() {
        return cookie;
    }

    public Reply get(String path) {
        return send(HttpMethod.GET, path, null, headers -> {});
    }

    /** With values that are encoded: {@code get("/api/things?q={q}", "50 %")}. */
    public Reply find(String template, Object... values) {
        return exchange(http.method(HttpMethod.GET).uri(template, values), null, headers -> {});
    }

    public Reply post(String path, Object body) {
        return send(HttpMethod.POST, path, body, headers -> {});
    }

    public Reply put(String path, Object body) {
        return send(HttpMethod.PUT, path, body, headers -> {});
    }

    public Reply delete(String path) {
        return send(HttpMethod.DELETE, path, null, headers -> {});
    }

    /** A String or byte[] body is sent as it is, anything else as JSON. */
    public Reply send(HttpMethod method, String path, @Nullable Object body, Consumer<HttpHeaders> more) {
        return exchange(http.method(method).uri(path), body, more);
    }

    /** @return the id of the file */
    public long upload(String name, byte[] content) {
        Reply reply = send(
                HttpMethod.POST,
                "/api/files?name=" + name,
                content,
                headers -> headers.setContentType(MediaType.APPLICATION_OCTET_STREAM));
        return reply.json().required("id").longValue();
    }

    private Reply exchange(RestTestClient.RequestBodySpec request, @Nullable Object body, Consumer<HttpHeaders> more) {
        request.headers(headers -> {
            headers.set("X-Forwarded-For", address);
            if (cookie != null) {
                headers.set(HttpHeaders.COOKIE, COOKIE + "=" + cookie);
            }
            if (bearer != null) {
                headers.setBearerAuth(bearer);
            }
            if (body != null) {
                headers.setContentType(MediaType.APPLICATION_JSON);
            }
            more.accept(headers);
        });
        if (body != null) {
            request.body(body instanceof String || body instanceof byte[] ? body : JSON.writeValueAsString(body));
        }
        EntityExchangeResult<byte[]> result = request.exchange().expectBody().returnResult();
        ResponseCookie set = result.getResponseCookies().getFirst(COOKIE);
        if (set != null) {
            cookie = set.getValue().isEmpty() ? null : set.getValue();
        }
        byte[] content = result.getResponseBody();
        return new Reply(
                result.getStatus().value(),
                result.getResponseHeaders(),
                content == null ? "" : new String(content, java.nio.charset.StandardCharsets.UTF_8));
    }
}
