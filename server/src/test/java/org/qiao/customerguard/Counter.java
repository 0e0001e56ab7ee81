package org.qiao.customerguard;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Crm;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Customers with employees, and the requests of both. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
public class Counter {

    private final Crm crm;
    private final RestTestClient http;

    Counter(Crm crm, RestTestClient http) {
        this.crm = crm;
        this.http = http;
    }

    public TestUser customer(TestOrg org, String name) {
        return crm.guest(org, name);
    }

    public CustomerRelation serve(TestUser guest, TestUser member) {
        return crm.serve(guest, member);
    }

    public JsonNode get(TestUser user, String path) {
        return as(user).get(path).json();
    }

    public JsonNode post(TestUser user, String path, Object body) {
        return as(user).post(path, body).json();
    }

    public JsonNode call(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).json();
    }

    public int status(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).status();
    }

    /** The code of the refusal. */
    public String refusal(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).code();
    }

    public Reply answer(HttpMethod method, TestUser user, String path, Object body) {
        return as(user).send(method, path, method == HttpMethod.GET ? null : body, headers -> {});
    }

    public long upload(TestUser user, String name) {
        return as(user).upload(name, "text".getBytes(UTF_8));
    }

    /** What apps told the member, as one text. */
    public String cards(TestUser user) {
        return get(user, "/api/conversations").toString();
    }

    TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }
}
