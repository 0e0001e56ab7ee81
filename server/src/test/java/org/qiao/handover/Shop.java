package org.qiao.handover;

import java.util.List;
import java.util.Map;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
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
class Shop {

    private final Crm crm;
    final CustomerRelations relations;
    private final RestTestClient http;

    Shop(Crm crm, CustomerRelations relations, RestTestClient http) {
        this.crm = crm;
        this.relations = relations;
        this.http = http;
    }

    TestUser customer(TestOrg org, String name) {
        return crm.guest(org, name);
    }

    CustomerRelation serve(TestUser guest, TestUser member) {
        return crm.serve(guest, member);
    }

    CustomerRelation relation(TestUser guest, long id) {
        return relations.find(guest.orgId(), id).orElseThrow();
    }

    /** The newest one. */
    CustomerRelation served(TestUser guest) {
        return relations.ofCustomer(guest.orgId(), guest.id(), 1).getFirst();
    }

    JsonNode call(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).json();
    }

    JsonNode get(TestUser user, String path) {
        return as(user).get(path).json();
    }

    JsonNode post(TestUser user, String path, Object body) {
        return as(user).post(path, body).json();
    }

    int status(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).status();
    }

    /** The code of the refusal. */
    String refusal(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).code();
    }

    private Reply answer(HttpMethod method, TestUser user, String path, Object body) {
        return as(user).send(method, path, method == HttpMethod.GET ? null : body, headers -> {});
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    void write(TestUser guest, long thread, String key, String text) {
        post(
                guest,
                "/api/visit/conversations/" + thread + "/messages",
                Map.of("key", key, "kind", "TEXT", "body", Map.of("text", text)));
    }

    /** What somebody reads in a thread, as one text. */
    String read(TestUser user, long thread) {
        return get(user, "/api/conversations/" + thread + "/entries?after=0").toString();
    }

    Map<String, Object> passOn(CustomerRelation relation, TestUser taker) {
        return Map.of("relationIds", List.of(relation.id()), "takerId", taker.id(), "message", "您好，我是新顾问");
    }

    /** The id of the only hand-over of a request. */
    long only(JsonNode results) {
        return results.get("items").get(0).get("handOverId").longValue();
    }

    String problem(JsonNode results) {
        return results.get("items").get(0).get("problem").stringValue();
    }
}
