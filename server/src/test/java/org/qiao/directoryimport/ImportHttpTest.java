package org.qiao.directoryimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import org.springframework.test.web.servlet.client.RestTestClient.ResponseSpec;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@QiaoTest
class ImportHttpTest {

    private static final int MANY = 10_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Imports imports;

    @LocalServerPort
    int port;

    private TestOrg org;
    private TestUser admin;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
    }

    @Test
    void aFileIsCheckedThenImportedWithItsDepartments() {
        long id = upload("""
                姓名,工号,手机,部门,部门负责人,邮箱
                张三,001,13800138000,研发/后端;项目部,是;否,
                李四,002,,研发,,li@x.cn
                """.getBytes(Charset.forName("GB18030")));

        JsonNode checked = await(id, "CHECKED");
        assertThat(checked.get("rows").asInt()).isEqualTo(2);
        assertThat(checked.get("good").asInt()).isEqualTo(2);
        assertThat(checked.get("bad").asInt()).isZero();
        assertThat(names("/api/departments")).containsExactly("测试公司");
        run(id, false).expectStatus().isEqualTo(202);
        JsonNode done = await(id, "DONE");
        assertThat(done.get("created").asInt()).isEqualTo(2);
        assertThat(done.get("done").asInt()).isEqualTo(2);
        assertThat(names("/api/departments")).containsExactly("测试公司", "研发", "后端", "项目部");
        assertThat(names("/api/members/search?q=zhangs")).containsExactly("张三");
        JsonNode found = read(get("/api/members?q=001")).get("items").get(0);
        assertThat(found.get("departments").get(0).get("path").asString()).isEqualTo("研发/后端");
        assertThat(found.get("departments").get(0).get("leader").asBoolean()).isTrue();
        run(id, false).expectStatus().isEqualTo(409);
    }

    @Test
    void badRowsAreReportedAndSkippedOnlyOnRequest() {
        long id = upload("姓名,手机\n张三,13800138000\n,13800138001\n李四,12\n".getBytes(StandardCharsets.UTF_8));

        JsonNode checked = await(id, "CHECKED");
        assertThat(checked.get("bad").asInt()).isEqualTo(2);
        assertThat(checked.get("problems").toString())
                .contains("{\"row\":3,\"column\":\"name\",\"code\":\"directoryimport.missing\",\"params\":{}}")
                .contains("directoryimport.bad_phone");
        run(id, false).expectStatus().isEqualTo(409);
        assertThat(read(get("/api/imports/" + id + "/problems?limit=1"))
                        .get("next")
                        .asString())
                .isEqualTo("1");
        run(id, true).expectStatus().isEqualTo(202);
        assertThat(await(id, "DONE").get("created").asInt()).isEqualTo(1);
        assertThat(names("/api/members")).contains("张三").doesNotContain("李四");
    }

    @Test
    void theSameFileAgainChangesInsteadOfAdding() {
        importAll("姓名,工号,手机,职务\n张三,001,13800138000,工程师\n");
        importAll("姓名,工号,手机,职务\n张三丰,001,13800138000,\n");

        JsonNode members = read(get("/api/members?q=001")).get("items");
        assertThat(members.size()).isEqualTo(1);
        assertThat(members.get(0).get("name").asString()).isEqualTo("张三丰");
        assertThat(members.get(0).get("title").asString()).isEqualTo("工程师");
    }

    @Test
    void anExportCanBeImportedAndNoCellIsAFormula() {
        importAll("姓名,别名,手机,职务,部门\n张三,=1+1,13800138000,@总监,研发\n李四,,+85291234567,-组长,研发;市场\n");

        String csv = new String(bytes("/api/members/export?format=csv"), StandardCharsets.UTF_8);
        assertThat(csv).contains("'=1+1").contains("'@总监").contains("'-组长").contains("'+85291234567");
        assertThat(csv).contains("13800138000").startsWith("\ufeff姓名");
        for (byte[] export : List.of(csv.getBytes(StandardCharsets.UTF_8), bytes("/api/members/export?format=xlsx"))) {
            long id = upload(export);
            JsonNode checked = await(id, "CHECKED");
            assertThat(checked.get("problems").size()).as(checked.toString()).isZero();
            run(id, false).expectStatus().isEqualTo(202);
            assertThat(await(id, "DONE").get("created").asInt()).isZero();
        }
        assertThat(read(get("/api/members?q=zs"))
                        .get("items")
                        .get(0)
                        .get("alias")
                        .asString())
                .isEqualTo("=1+1");
        long template = upload(bytes("/api/imports/template.xlsx"));
        assertThat(await(template, "FAILED").get("failure").asString()).isEqualTo("directoryimport.no_rows");
    }

    @Test
    void importsAreForAdministratorsAndForeignOnesDoNotExist() throws IOException {
        TestUser member = org.user();
        TestUser stranger = given.org().admin();
        long id = upload("姓名,手机\n张三,13800138000\n".getBytes(StandardCharsets.UTF_8));
        await(id, "CHECKED");

        for (String uri : List.of(
                "/api/imports/" + id,
                "/api/imports/" + id + "/problems",
                "/api/imports/template.xlsx",
                "/api/members/export",
                "/api/imports/999999999")) {
            http.get()
                    .uri(uri)
                    .headers(member::signIn)
                    .exchange()
                    .expectStatus()
                    .isForbidden();
            http.get().uri(uri).exchange().expectStatus().isUnauthorized();
        }
        for (String path : List.of("", "/problems")) {
            assertThat(refusal(stranger, "/api/imports/" + id + path))
                    .isEqualTo(refusal(stranger, "/api/imports/999999999" + path));
        }
        post(stranger, "/api/imports/" + id + "/run", Map.of("skipBad", true))
                .expectStatus()
                .isNotFound();
        post(member, "/api/imports/" + id + "/run", Map.of("skipBad", true))
                .expectStatus()
                .isForbidden();
        http.get()
                .uri("/api/members/export?format=pdf")
                .headers(admin::signIn)
                .exchange()
                .expectStatus()
                .isBadRequest();
        send(new byte[0]).expectStatus().isBadRequest();
        assertThat(announce(Imports.BYTES_MAX + 1)).startsWith("HTTP/1.1 413");
    }

    @Test
    void whatWasUnderWayWhenTheServerDiedHasFailedWithAReason() {
        long id = upload("姓名,手机\n张三,13800138000\n".getBytes(StandardCharsets.UTF_8));
        await(id, "CHECKED");
        jdbc.sql("update directoryimport_job set state = 'RUNNING' where id = :id")
                .param("id", id)
                .update();

        imports.afterRestart();

        assertThat(await(id, "FAILED").get("failure").asString()).isEqualTo("directoryimport.interrupted");
        assertThat(names("/api/members")).doesNotContain("张三");
    }

    @Test
    void tenThousandPeopleInAThousandDepartments() {
        StringBuilder csv = new StringBuilder("姓名,工号,手机,邮箱,部门\n");
        String surnames = "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨";
        for (int i = 0; i < MANY; i++) {
            csv.append(surnames.charAt(i % surnames.length()))
                    .append((char) ('一' + i % 997))
                    .append((char) ('丁' + i % 89))
                    .append(",N")
                    .append(i)
                    .append(",139")
                    .append(10_000_000 + i)
                    .append(",u")
                    .append(i)
                    .append("@big.cn,")
                    .append("部")
                    .append(i % 40)
                    .append("/组")
                    .append(i % 1000)
                    .append('\n');
        }
        long started = System.nanoTime();
        long id = upload(csv.toString().getBytes(StandardCharsets.UTF_8));
        await(id, "CHECKED");
        long checked = System.nanoTime();
        run(id, false).expectStatus().isEqualTo(202);
        JsonNode done = await(id, "DONE");
        long finished = System.nanoTime();

        System.out.printf(
                "Import of %d people: check %d ms, run %d ms%n",
                MANY, (checked - started) / 1_000_000, (finished - checked) / 1_000_000);
        assertThat(done.get("created").asInt()).isEqualTo(MANY);
        assertThat(read(get("/api/departments?limit=1"))
                        .get("items")
                        .get(0)
                        .get("memberCount")
                        .asInt())
                .isEqualTo(MANY + 1);
        printTimes("the smallest request", List.of(""), "/api/org");
        printTimes(
                "search",
                List.of("zhao", "zs", "赵", "王w", "zhaoy", "N99", "0123", "u55", "chenyi", "zzz"),
                "/api/members/search?q=");
        printTimes("departments", List.of(""), "/api/departments");
        printTimes("members", List.of("", "?q=zhao", "?state=INVITED"), "/api/members");
    }

    /** Over HTTP, one after another, after a warm-up; the numbers of docs/performance.md. */
    private void printTimes(String what, List<String> questions, String uri) {
        questions.forEach(question -> get(uri + question));
        List<Long> micros = new ArrayList<>();
        for (int round = 0; round < 20; round++) {
            for (String question : questions) {
                long start = System.nanoTime();
                get(uri + question);
                micros.add((System.nanoTime() - start) / 1_000);
            }
        }
        micros.sort(null);
        System.out.printf(
                "%s among %d people: p50 %.1f ms, p95 %.1f ms%n",
                what, MANY, micros.get(micros.size() / 2) / 1e3, micros.get(micros.size() * 95 / 100) / 1e3);
    }

    private void importAll(String csv) {
        long id = upload(csv.getBytes(StandardCharsets.UTF_8));
        await(id, "CHECKED");
        run(id, false).expectStatus().isEqualTo(202);
        await(id, "DONE");
    }

    private long upload(byte[] content) {
        return json.readTree(send(content)
                        .expectStatus()
                        .isCreated()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .get("id")
                .asLong();
    }

    private ResponseSpec send(byte[] content) {
        return http.post()
                .uri("/api/imports?name=people.csv")
                .headers(admin::signIn)
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(content)
                .exchange();
    }

    /** Only the head of a request: a refused body is not waited for. */
    private String announce(int length) throws IOException {
        try (Socket socket = new Socket("localhost", port)) {
            String head =
                    "POST /api/imports?name=a.csv HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + admin.token()
                            + "\r\nContent-Type: application/octet-stream\r\nContent-Length: " + length + "\r\n\r\n";
            socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
                    .readLine();
        }
    }

    private ResponseSpec run(long id, boolean skipBad) {
        return post(admin, "/api/imports/" + id + "/run", Map.of("skipBad", skipBad));
    }

    private ResponseSpec post(TestUser user, String uri, Object body) {
        return http.post().uri(uri).headers(user::signIn).body(body).exchange();
    }

    private JsonNode await(long id, String state) {
        Predicate<JsonNode> over = view -> view.get("state").asString().equals(state);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode view = read(get("/api/imports/" + id));
        while (!over.test(view)) {
            assertThat(System.nanoTime()).as(view.toString()).isLessThan(deadline);
            assertThat(view.get("state").asString()).as(view.toString()).isIn("CHECKING", "RUNNING");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            view = read(get("/api/imports/" + id));
        }
        return view;
    }

    private List<String> names(String uri) {
        return read(get(uri))
                .get("items")
                .valueStream()
                .map(item -> item.get("name").asString())
                .toList();
    }

    private String get(String uri) {
        return new String(bytes(uri), StandardCharsets.UTF_8);
    }

    private byte[] bytes(String uri) {
        byte[] body = http.get()
                .uri(uri)
                .headers(admin::signIn)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        assertThat(body).isNotNull();
        return body;
    }

    private String refusal(TestUser user, String uri) {
        return String.valueOf(http.get()
                        .uri(uri)
                        .headers(user::signIn)
                        .exchange()
                        .expectStatus()
                        .isNotFound()
                        .expectBody(String.class)
                        .returnResult()
                        .getResponseBody())
                .replaceAll("\"instance\":\"[^\"]*\",", "");
    }

    private JsonNode read(String text) {
        return json.readTree(text);
    }
}
