package org.qiao.product;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

/** The album, business cards, products in chats, and what came of them, over HTTP. */
@QiaoTest
class ProductHttpTest {

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestBrowser admin;
    private TestBrowser seller;
    private TestBrowser stranger;
    private TestOrg org;

    @BeforeEach
    void company() {
        org = given.org();
        admin = new TestBrowser(http).signedIn(org.admin());
        seller = new TestBrowser(http).signedIn(org.user("销售小李"));
        stranger = new TestBrowser(http);
    }

    private static Map<String, Object> product(String name, Object... more) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "name", name, "number", "", "description", "", "link", "", "pictures", List.of(), "onSale", true));
        body.put("price", Map.of("minor", 12_800, "currency", "CNY"));
        for (int i = 0; i < more.length; i += 2) {
            body.put((String) more[i], more[i + 1]);
        }
        return body;
    }

    private long create(String name, Object... more) {
        return admin.post("/api/products", product(name, more)).json().get("id").asLong();
    }

    private static long upload(TestBrowser who) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(600, 400, BufferedImage.TYPE_INT_RGB), "png", png);
        return who.upload("tea.png", png.toByteArray());
    }

    private List<String> names(TestBrowser who, String query) {
        List<String> names = new ArrayList<>();
        who.get("/api/products" + query)
                .json()
                .get("items")
                .forEach(item -> names.add(item.get("name").stringValue()));
        return names;
    }

    @Test
    void administratorsKeepTheAlbumAndMembersSeeWhatIsOn() throws IOException {
        assertThat(seller.post("/api/products", product("x")).code()).isEqualTo("product.not_allowed");
        assertThat(admin.post("/api/products", product(" ")).code()).isEqualTo("product.bad_text");
        assertThat(admin.post("/api/products", product("x", "link", "javascript:alert(1)"))
                        .code())
                .isEqualTo("product.bad_link");
        assertThat(admin.post("/api/products", product("x", "price", Map.of("minor", 1, "currency", "XXX")))
                        .code())
                .isEqualTo("product.bad_price");
        assertThat(admin.post("/api/products", product("x", "pictures", List.of(upload(seller))))
                        .code())
                .isEqualTo("product.bad_picture");

        long tea = create("乌龙茶", "number", "T-1");
        create("绿茶", "onSale", false);
        create("红茶");
        assertThat(admin.post("/api/products", product("x", "number", "T-1")).code())
                .isEqualTo("product.number_taken");
        assertThat(names(admin, "")).containsExactly("红茶", "绿茶", "乌龙茶");
        assertThat(names(seller, "")).containsExactly("红茶", "乌龙茶");
        assertThat(names(admin, "?q=t-1")).containsExactly("乌龙茶");
        assertThat(names(admin, "?onSale=false")).containsExactly("绿茶");
        assertThat(names(admin, "?limit=1")).containsExactly("红茶");

        String path = "/api/products/" + tea;
        long red =
                admin.get("/api/products").json().get("items").get(0).get("id").asLong();
        assertThat(admin.put(path + "/place", Map.of("before", red)).status()).isEqualTo(204);
        assertThat(names(seller, "")).containsExactly("乌龙茶", "红茶");
        assertThat(admin.put(path + "/place", Map.of()).status()).isEqualTo(204);
        assertThat(names(seller, "")).containsExactly("红茶", "乌龙茶");

        assertThat(admin.put(path, product("乌龙", "version", 9)).code()).isEqualTo("product.changed_meanwhile");
        assertThat(admin.put(path, product("乌龙", "version", 1))
                        .json()
                        .get("version")
                        .asInt())
                .isEqualTo(2);
        assertThat(admin.delete(path).status()).isEqualTo(204);
        assertThat(admin.get(path).status()).isEqualTo(404);
    }

    @Test
    void aSheetIsLookedAtBeforeItIsWritten() throws IOException {
        long tea = create("乌龙茶", "number", "T-1");
        byte[] sheet = sheet(
                "名称,编号,价格,币种,上架", "铁观音,T-1,¥1280,,", "龙井,T-2,99.9,USD,否", ",T-3,1,,", "毛尖,T-4,1.234,,", "普洱,T-2,1,,");

        assertThat(send(seller, "?apply=true", sheet).code()).isEqualTo("product.not_allowed");
        assertThat(send(admin, "", sheet("编号,价格", "T-1,3")).code()).isEqualTo("product.bad_sheet");
        assertThat(send(admin, "", new byte[] {1, 2, 3}).code()).isEqualTo("directoryimport.unreadable_file");
        JsonNode seen = send(admin, "", sheet).json();
        assertThat(seen.toString())
                .startsWith("{\"fresh\":1,\"changed\":1,\"badRows\":3,")
                .contains("\"row\":4,\"code\":\"product.bad_text\"", "\"row\":5", "\"row\":6");
        assertThat(names(admin, "")).containsExactly("乌龙茶");

        assertThat(send(admin, "?apply=true", sheet).json().get("done").asBoolean())
                .isTrue();
        send(admin, "?apply=true", sheet);
        assertThat(names(admin, "")).containsExactly("龙井", "铁观音");
        assertThat(admin.get("/api/products/" + tea)
                        .json()
                        .get("price")
                        .get("minor")
                        .asInt())
                .isEqualTo(128_000);
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

    private static Reply send(TestBrowser who, String query, byte[] sheet) {
        return who.send(
                HttpMethod.POST,
                "/api/products/import" + query,
                sheet,
                headers -> headers.set("Content-Type", "application/octet-stream"));
    }

    @Test
    void betweenNeighboursThereIsAlwaysRoom() {
        long first = create("一");
        long second = create("二");
        for (int i = 0; i < 45; i++) {
            admin.put("/api/products/" + first + "/place", Map.of("before", second));
            long swap = first;
            first = second;
            second = swap;
        }
        assertThat(names(admin, "")).containsExactly("一", "二");
    }

    private JsonNode onCard(String code) {
        return stranger.get("/api/visit/ways/" + code + "/products").json().get("items");
    }

    @Test
    void cardsShowWhatTheCompanyOrTheEmployeeChose() throws IOException {
        String code = seller.post("/api/my-card", Map.of()).json().get("code").stringValue();
        long picture = upload(admin);
        long tea = create("乌龙茶", "pictures", List.of(picture));
        long hidden = create("绿茶", "onSale", false);
        assertThat(onCard(code).size()).isZero();

        Map<String, Object> all = Map.of("mode", "ALL", "products", List.of(), "mayChoose", true);
        assertThat(seller.put("/api/product-showcases/company", all).code()).isEqualTo("product.not_allowed");
        admin.put("/api/product-showcases/company", all);
        JsonNode shown = onCard(code);
        assertThat(shown.size()).isEqualTo(1);
        String path = shown.get(0).get("pictures").get(0).stringValue();
        assertThat(stranger.get(path).status()).isEqualTo(200);
        assertThat(stranger.get(path.substring(0, path.lastIndexOf('/')) + "/" + (picture + 1))
                        .status())
                .isEqualTo(404);

        assertThat(seller.put("/api/product-showcases/mine", Map.of("mode", "CHOSEN", "products", List.of(hidden)))
                        .code())
                .isEqualTo("product.unknown_product");
        seller.put("/api/product-showcases/mine", Map.of("mode", "NONE", "products", List.of()));
        assertThat(onCard(code).size()).isZero();
        String open = "/api/visit/ways/" + code + "/products/" + tea + "/opens";
        assertThat(stranger.post(open, Map.of()).code()).isEqualTo("product.not_found");
        seller.put("/api/product-showcases/mine", Map.of("mode", "CHOSEN", "products", List.of(tea)));
        assertThat(stranger.post(open, Map.of()).json().get("name").stringValue())
                .isEqualTo("乌龙茶");
        assertThat(admin.get("/api/products/" + tea)
                        .json()
                        .get("lately")
                        .get("seen")
                        .asInt())
                .isEqualTo(1);

        admin.put("/api/product-showcases/company", Map.of("mode", "NONE", "products", List.of(), "mayChoose", false));
        assertThat(onCard(code).size()).isZero();
        assertThat(seller.put("/api/product-showcases/mine", Map.of("mode", "ALL", "products", List.of()))
                        .code())
                .isEqualTo("product.no_choice");
        admin.put("/api/products/" + tea, product("乌龙茶", "onSale", false, "version", 1));
        assertThat(stranger.get(path).status()).isEqualTo(404);
    }

    @Test
    void aProductIsSentOpenedAskedAboutAndCounted() {
        long tea = create("乌龙茶", "number", "T-1");
        long hidden = create("绿茶", "onSale", false);
        String code = seller.post("/api/my-card", Map.of()).json().get("code").stringValue();
        JsonNode opened = open(code);
        TestBrowser guest = guest(opened);
        long thread = opened.get("thread").get("conversationId").asLong();
        Map<String, Object> send = Map.of("conversationId", thread, "key", "k1");

        String path = "/api/products/" + tea;
        Reply sent = seller.post(path + "/sends", send);
        assertThat(sent.status()).isEqualTo(201);
        assertThat(seller.post(path + "/sends", send).json().get("seq"))
                .isEqualTo(sent.json().get("seq"));
        assertThat(admin.post(path + "/sends", Map.of("conversationId", thread, "key", "k2"))
                        .status())
                .isEqualTo(404);
        assertThat(admin.post("/api/products/" + hidden + "/sends", send).code())
                .isEqualTo("product.not_found");

        String visit = "/api/visit/products/" + tea;
        assertThat(guest.get("/api/visit/products/" + hidden).code()).isEqualTo("product.not_found");
        assertThat(guest.get(visit).json().get("price").get("minor").asInt()).isEqualTo(12_800);
        guest.post(visit + "/opens", Map.of("conversationId", thread));
        guest.post(visit + "/opens", Map.of("conversationId", thread));
        Reply asked = guest.post(visit + "/asks", Map.of("conversationId", thread, "key", "a1"));
        assertThat(asked.status()).isEqualTo(201);
        guest.post(visit + "/asks", Map.of("conversationId", thread, "key", "a1"));
        assertThat(guest.post(visit + "/asks", Map.of("conversationId", thread + 1, "key", "a2"))
                        .status())
                .isEqualTo(404);

        JsonNode place = seller.get(path + "/in/" + thread).json().get("place");
        assertThat(place.get("sent").asInt()).isEqualTo(1);
        assertThat(place.get("opens").asInt()).isEqualTo(2);
        assertThat(admin.get(path + "/in/" + thread).status()).isEqualTo(404);
        JsonNode lately = admin.get(path).json().get("lately");
        assertThat(lately.toString()).isEqualTo("{\"sent\":1,\"opened\":2,\"seen\":0,\"asked\":1}");
        JsonNode all = admin.get("/api/products/statistics?from=2000-01-01&until=2000-02-01")
                .json();
        assertThat(all.get("products").size()).isZero();
        assertThat(admin.get("/api/products/statistics?from=2000-01-01&until=2002-02-01")
                        .code())
                .isEqualTo("platform.invalid");
        assertThat(admin.find("/api/products/statistics?from={from}&until={until}", "+9999999-01-01", "+9999999-01-02")
                        .code())
                .as("days that the database does not know")
                .isEqualTo("platform.invalid");
        lookedUpLater(path, opened);
    }

    private void lookedUpLater(String path, JsonNode opened) {
        JsonNode history = admin.get(path + "/statistics?from=2000-01-01&until=2000-02-01")
                .json()
                .get("people");
        assertThat(history.get(0).get("sent").asInt()).isEqualTo(1);
        assertThat(history.get(0).get("opened").asInt()).isEqualTo(2);
        String customer = "/api/customers/" + opened.get("me").get("id").asLong() + "/timeline";
        assertThat(admin.get(customer).text()).contains("PRODUCT_ASKED");
    }

    private TestBrowser guest(JsonNode opened) {
        long id = opened.get("me").get("id").asLong();
        return new TestBrowser(http)
                .signedIn(new TestUser(org.id(), 0, id, opened.get("token").stringValue()));
    }

    private JsonNode open(String code) {
        int consent = stranger.get("/api/visit/ways/" + code)
                .json()
                .get("notice")
                .get("version")
                .asInt();
        return stranger.post("/api/visit/ways/" + code + "/opens", Map.of("consent", consent, "name", "张女士"))
                .json();
    }
}
