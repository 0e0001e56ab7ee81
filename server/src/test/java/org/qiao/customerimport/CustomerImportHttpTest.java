package org.qiao.customerimport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.customer.CustomerKey;
import org.qiao.customer.CustomerRelation;
import org.qiao.testing.Await;
import org.qiao.testing.Crm;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** Customers out of a spreadsheet: looked at, brought in once, told what failed. */
@QiaoTest
class CustomerImportHttpTest {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerImportHttpTest.class);
    private static final String IMPORTS = "/api/admin/customer-imports";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Crm crm;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ImportJobStore jobs;

    private TestOrg org;
    private TestUser seller;
    private TestBrowser admin;

    @BeforeEach
    void company() {
        org = given.org();
        seller = org.user("销售小李");
        admin = new TestBrowser(http).signedIn(org.admin());
        admin.post("/api/admin/customer-tag-groups", Map.of("name", "来源", "tags", List.of(Map.of("name", "展会"))));
    }

    private static byte[] sheet(String... rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Workbook book = new Workbook(out, "test", "1.0")) {
            Worksheet sheet = book.newWorksheet("1");
            for (int row = 0; row < rows.length; row++) {
                String[] cells = rows[row].split(",", -1);
                for (int column = 0; column < cells.length; column++) {
                    sheet.value(row, column, cells[column]);
                }
            }
        }
        return out.toByteArray();
    }

    private static Reply upload(TestBrowser who, String query, byte[] file) {
        return who.send(
                HttpMethod.POST,
                IMPORTS + "?name=a.xlsx" + query,
                file,
                headers -> headers.set("Content-Type", "application/octet-stream"));
    }

    private JsonNode start(long id, String known) {
        return admin.post(IMPORTS + "/" + id + "/start", Map.of("known", known)).json();
    }

    private JsonNode awaitDone(long id) {
        Await.until(() ->
                admin.get(IMPORTS + "/" + id).json().get("state").asString().equals("DONE"));
        return admin.get(IMPORTS + "/" + id).json();
    }

    private List<String> states(long id) {
        return admin.get(IMPORTS + "/" + id + "/rows")
                .json()
                .get("items")
                .valueStream()
                .map(row -> row.get("name").asString() + " " + row.get("state").asString())
                .toList();
    }

    private String[] people(int count) {
        List<String> rows = new ArrayList<>(List.of("姓名,手机"));
        IntStream.range(0, count).forEach(n -> rows.add("客户" + n + ",139" + "%08d".formatted(n)));
        return rows.toArray(String[]::new);
    }

    @Test
    void everyRowIsShownThenBroughtInOnceWithEverythingItSays() throws IOException {
        CustomerRelation known = crm.customer("老王", seller);
        crm.transactions()
                .executeWithoutResult(status -> crm.customers()
                        .prove(
                                org.id(),
                                known.customerId(),
                                new CustomerKey(CustomerKey.Kind.PHONE, "+8613800138009")));
        byte[] file = sheet(
                "姓名,手机,邮箱,公司,备注,标签,跟进人,阶段,跟进记录,下次跟进,下次跟进时间,血型",
                "张女士,13800138000,z@example.com,茶厂,老客,展会,销售小李,有意向,要两台,回电,2027-12-01 10:00,O",
                "李先生,13800138001,,,,没有的,销售小李,,,,,",
                "王老板,13800138009,,,,展会,销售小李,,,,,",
                "无人管,13800138003,,,,,,,,,,");
        TestBrowser other = new TestBrowser(http).signedIn(seller);
        assertThat(upload(other, "", file).code()).isEqualTo("customerimport.not_allowed");
        assertThat(upload(admin, "&member=1", file).code()).isEqualTo("customerimport.unknown_member");
        assertThat(upload(admin, "", "PK\u0003\u0004x".getBytes(StandardCharsets.UTF_8))
                        .code())
                .isEqualTo("directoryimport.unreadable_file");

        JsonNode seen = upload(admin, "", file).json();
        long id = seen.get("id").asLong();
        assertThat(seen.get("ignored").get(0).asString()).isEqualTo("血型");
        assertThat(states(id)).containsExactly("张女士 READY", "李先生 BAD", "王老板 KNOWN", "无人管 BAD");
        JsonNode bad = admin.get(IMPORTS + "/" + id + "/rows?state=BAD").json().get("items");
        assertThat(bad.at("/0/faults/0/code").asString()).isEqualTo("customerimport.no_such_tag");
        assertThat(bad.at("/1/faults/0/code").asString()).isEqualTo("customerimport.member_missing");
        assertThat(count("customer")).as("nothing is written yet").isEqualTo(1);

        start(id, "COMPLETE");
        JsonNode done = awaitDone(id);

        assertThat(done.get("made").asInt()).isEqualTo(1);
        assertThat(done.get("completed").asInt()).isEqualTo(1);
        assertThat(admin.post(IMPORTS + "/" + id + "/start", Map.of("known", "SKIP"))
                        .code())
                .isEqualTo("customerimport.not_checked");
        assertZhang();
        assertThat(profile(known.customerId()).at("/tags/0/name").asString()).isEqualTo("展会");
        assertThat(result(id)).contains("已新建", "已补充", "标签: 没有这个企业标签：没有的");
        assertThat(admin.get(IMPORTS).json().at("/items/0/by/id").asLong()).isPositive();
        assertThat(other.get(IMPORTS + "/" + id).status()).isEqualTo(403);
    }

    private void assertZhang() {
        Await.until(() -> list().size() == 2);
        JsonNode zhang = list().valueStream()
                .filter(line -> line.get("name").asString().equals("张女士"))
                .findFirst()
                .orElseThrow();
        assertThat(zhang.get("addWay").asString()).isEqualTo("IMPORTED");
        assertThat(zhang.get("company").asString()).isEqualTo("茶厂");
        assertThat(zhang.get("stage").asString()).isEqualTo("intent");
        assertThat(zhang.get("conversationId").isNull())
                .as("nobody to talk with yet")
                .isTrue();
        long customer = zhang.get("customerId").asLong();
        assertThat(new TestBrowser(http)
                        .signedIn(seller)
                        .get("/api/customers/" + customer + "/tasks")
                        .json()
                        .at("/0/text")
                        .asString())
                .isEqualTo("回电");
        List<String> kinds = new TestBrowser(http)
                .signedIn(seller)
                .get("/api/customers/" + customer + "/timeline")
                .json()
                .get("items")
                .valueStream()
                .map(line -> line.at("/event/kind").asString())
                .toList();
        assertThat(kinds).contains("IMPORTED", "ADDED", "TAGGED", "NOTE_ADDED", "TASK_ADDED");
    }

    private JsonNode list() {
        return new TestBrowser(http)
                .signedIn(seller)
                .get("/api/customer-lists/MINE")
                .json()
                .get("items");
    }

    private JsonNode profile(long customer) {
        return new TestBrowser(http)
                .signedIn(seller)
                .get("/api/customers/" + customer + "/profile")
                .json();
    }

    private int count(String table) {
        return jdbc.sql("select count(*) from " + table + " where org_id = :org")
                .param("org", org.id())
                .query(Integer.class)
                .single();
    }

    private String result(long id) throws IOException {
        byte[] bytes = http.get()
                .uri(IMPORTS + "/" + id + "/result.xlsx")
                .headers(org.admin()::signIn)
                .exchange()
                .expectBody(byte[].class)
                .returnResult()
                .getResponseBody();
        StringBuilder text = new StringBuilder();
        try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(bytes))) {
            book.getFirstSheet()
                    .openStream()
                    .forEach(row -> row.forEach(cell ->
                            text.append(cell == null ? "" : cell.getText()).append('\t')));
        }
        return text.toString();
    }

    @Test
    void theSameFileTwiceMakesNobodyTwiceAlsoAfterACrash() throws IOException {
        byte[] csv = String.join("\r\n", people(40)).replace(',', ';').getBytes(StandardCharsets.UTF_8);
        long id = upload(admin, "&member=" + seller.id(), csv).json().get("id").asLong();
        ImportJob job = jobs.find(org.id(), id).orElseThrow();
        assertThat(job.counts().ready()).isEqualTo(40);
        start(id, "SKIP");
        JsonNode done = awaitDone(id);
        assertThat(done.get("made").asInt()).isEqualTo(40);
        assertThat(count("customer")).isEqualTo(40);

        // As a server that was killed leaves it: some rows written, the file still under way.
        jdbc.sql("update customerimport_job set state = 'RUNNING', ended_at = null where id = :id")
                .param("id", id)
                .update();
        jdbc.sql("update customerimport_row set state = 'READY' where import_id = :id and row_no > 20")
                .param("id", id)
                .update();
        awaitDone(id);
        assertThat(count("customer")).isEqualTo(40);

        long again =
                upload(admin, "&member=" + seller.id(), csv).json().get("id").asLong();
        assertThat(jobs.find(org.id(), again).orElseThrow().counts().matched()).isEqualTo(40);
        assertThat(admin.post(IMPORTS + "/" + again + "/start", Map.of("known", "SKIP"))
                        .code())
                .isEqualTo("customerimport.nothing_to_do");
        assertThat(admin.post(IMPORTS + "/" + again + "/cancel", Map.of())
                        .json()
                        .get("state")
                        .asString())
                .isEqualTo("CANCELLED");
        assertThat(admin.post(IMPORTS + "/" + again + "/cancel", Map.of()).code())
                .isEqualTo("customerimport.not_checked");
    }

    @Test
    void tenThousandRowsAreJudgedAndCalledOff() throws IOException {
        byte[] file = sheet(people(10_000));
        long start = System.nanoTime();
        long id = upload(admin, "&member=" + seller.id(), file).json().get("id").asLong();
        LOG.info("10,000 rows judged in {} ms", (System.nanoTime() - start) / 1_000_000);
        start = System.nanoTime();
        start(id, "SKIP");
        Await.until(() -> count("customer") >= 50);
        LOG.info("50 customers brought in within {} ms", (System.nanoTime() - start) / 1_000_000);
        admin.post(IMPORTS + "/" + id + "/cancel", Map.of());
        int made = count("customer");
        Await.until(() -> jobs.running().stream().noneMatch(job -> job.id() == id));

        assertThat(made).isBetween(50, 9_000);
        assertThat(upload(admin, "&member=" + seller.id(), sheet(people(10_001)))
                        .code())
                .isEqualTo("customerimport.too_many_rows");
    }
}
