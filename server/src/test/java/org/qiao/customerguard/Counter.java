package org.qiao.customerguard;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Map;
import java.util.Objects;
import org.qiao.customer.AddWay;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.CustomerRelations.NewRelation;
import org.qiao.customer.CustomerSource;
import org.qiao.customer.CustomerThreads;
import org.qiao.customer.Customers;
import org.qiao.customer.Customers.NewCustomer;
import org.qiao.testing.Given;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.context.annotation.Lazy;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Customers with employees, and the requests of both. */
@Component // found by the scan, so that all tests share one context
@Lazy // the client needs a server that runs
public class Counter {

    private final Given given;
    private final Customers customers;
    private final CustomerRelations relations;
    private final CustomerThreads threads;
    private final RestTestClient http;
    private final TransactionTemplate transaction;
    private final JsonMapper json = new JsonMapper();

    Counter(
            Given given,
            Customers customers,
            CustomerRelations relations,
            CustomerThreads threads,
            RestTestClient http,
            PlatformTransactionManager transactions) {
        this.given = given;
        this.customers = customers;
        this.relations = relations;
        this.threads = threads;
        this.http = http;
        this.transaction = new TransactionTemplate(transactions);
    }

    public record Answer(int status, JsonNode body) {}

    /** A customer with a device, without anybody. */
    public TestUser customer(TestOrg org, String name) {
        TestUser guest = given.guest(org, name);
        transaction.executeWithoutResult(
                status -> customers.add(guest.id(), new NewCustomer(org.id(), name, CustomerSource.LINK, null, null)));
        return guest;
    }

    /** He is served by the employee, and their thread is there. */
    public CustomerRelation serve(TestUser guest, TestUser member) {
        CustomerRelation relation = Objects.requireNonNull(transaction.execute(status -> relations
                .open(NewRelation.of(guest.orgId(), guest.id(), member.id(), AddWay.LINK))
                .relation()));
        threads.ensure(guest.orgId(), relation.id());
        return relations.find(guest.orgId(), relation.id()).orElseThrow();
    }

    public JsonNode get(TestUser user, String path) {
        return call(HttpMethod.GET, user, path, Map.of());
    }

    public JsonNode post(TestUser user, String path, Object body) {
        return call(HttpMethod.POST, user, path, body);
    }

    public JsonNode call(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).body();
    }

    public int status(HttpMethod method, TestUser user, String path, Object body) {
        return answer(method, user, path, body).status();
    }

    /** The code of the refusal. */
    public String refusal(HttpMethod method, TestUser user, String path, Object body) {
        return call(method, user, path, body).get("code").stringValue();
    }

    public Answer answer(HttpMethod method, TestUser user, String path, Object body) {
        RestTestClient.RequestBodySpec request = http.method(method).uri(path).headers(user::signIn);
        RestTestClient.ResponseSpec response = method == HttpMethod.GET
                ? request.exchange()
                : request.contentType(MediaType.APPLICATION_JSON).body(body).exchange();
        var result = response.expectBody().returnResult();
        byte[] content = result.getResponseBodyContent();
        JsonNode node =
                content == null || content.length == 0 ? json.nullNode() : json.readTree(new String(content, UTF_8));
        return new Answer(result.getStatus().value(), node);
    }

    public long upload(TestUser user, String name) {
        byte[] answer = http.post()
                .uri("/api/files?name={name}", name)
                .headers(user::signIn)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body("text".getBytes(UTF_8))
                .exchange()
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return json.readTree(answer).get("id").longValue();
    }

    /** What apps told the member, as one text. */
    public String cards(TestUser user) {
        return get(user, "/api/conversations").toString();
    }
}
