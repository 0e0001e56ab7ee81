package org.qiao.dingrule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class RuleHttpTest {

    private static final Map<String, Object> EVERYONE = Map.of("everyone", true);

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    private TestOrg org;
    private TestUser admin;
    private TestUser member;

    @BeforeEach
    void company() {
        org = given.org();
        admin = org.admin();
        member = org.user();
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private Map<String, Object> settings() {
        JsonNode now = as(admin).get("/api/admin/ding/settings").json();
        Map<String, Object> settings = new HashMap<>();
        now.properties().forEach(entry -> settings.put(entry.getKey(), entry.getValue()));
        return settings;
    }

    @Test
    void theStandardIsThereBeforeAnybodyChangedIt() {
        JsonNode settings = as(admin).get("/api/admin/ding/settings").json();

        assertThat(settings.get("recipientsMax").asInt()).isEqualTo(2_000);
        assertThat(settings.get("quiet").get("from").stringValue()).startsWith("22:00");
        assertThat(settings.get("ladder").get("steps").size()).isEqualTo(4);
        assertThat(as(admin).get("/api/admin/ding/rules").json().get("items").size())
                .isEqualTo(1);
    }

    @Test
    void settingsAreKeptAndOnRecord() {
        Map<String, Object> settings = settings();
        settings.put("quiet", null);
        settings.put("dingsPerHour", 3);

        assertThat(as(admin).put("/api/admin/ding/settings", settings).status()).isEqualTo(200);

        JsonNode now = as(admin).get("/api/admin/ding/settings").json();
        assertThat(now.get("quiet").isNull()).isTrue();
        assertThat(now.get("dingsPerHour").asInt()).isEqualTo(3);
        JsonNode audit =
                as(admin).get("/api/admin/ding/audit").json().get("items").get(0);
        assertThat(audit.get("kind").stringValue()).isEqualTo("SETTINGS");
        assertThat(audit.get("detail").get("changes").toString())
                .contains("{\"after\":\"3\",\"field\":\"dingsPerHour\",\"before\":\"20\"}")
                .contains("quiet.from")
                .doesNotContain("recipientsMax")
                .doesNotContain("ladder");
        assertThat(audit.get("actor").get("id").asLong()).isEqualTo(admin.id());
    }

    @Test
    void badSettingsChangeNothing() {
        Map<String, Object> settings = settings();
        settings.put(
                "ladder",
                Map.of("steps", List.of(Map.of("afterMinutes", 5, "ways", List.of("APP"), "target", "PERSON"))));
        assertThat(as(admin).put("/api/admin/ding/settings", settings).code()).isEqualTo("dingrule.bad_ladder");

        Map<String, Object> many = settings();
        many.put("recipientsMax", 2_001);
        assertThat(as(admin).put("/api/admin/ding/settings", many).status()).isEqualTo(400);

        Map<String, Object> foreign = settings();
        foreign.put(
                "override",
                Map.of("everyone", false, "members", List.of(given.org().user().id())));
        assertThat(as(admin).put("/api/admin/ding/settings", foreign).code()).isEqualTo("dingrule.unknown_selection");
    }

    @Test
    void rulesAreOneListAndDecideTheWays() {
        Map<String, Object> onlyApp = Map.of("from", EVERYONE, "to", EVERYONE, "ways", List.of("APP"));
        assertThat(as(admin)
                        .put("/api/admin/ding/rules", Map.of("items", List.of(onlyApp)))
                        .status())
                .isEqualTo(200);

        TestUser other = org.user("乙");
        JsonNode estimate = as(member)
                .post(
                        "/api/dings/estimate",
                        Map.of("key", "e", "text", "x", "range", Map.of("members", List.of(other.id()))))
                .json();

        assertThat(estimate.get("ways").size()).isEqualTo(1);
        assertThat(estimate.get("limited").get("items").get(0).get("reason").stringValue())
                .isEqualTo("NO_RULE");
    }

    @Test
    void protectedPeopleHaveAWhiteList() {
        String path = "/api/admin/ding/protected/" + member.id();

        assertThat(as(admin)
                        .put(path, Map.of("mode", "APP_ONLY", "senderIds", List.of(admin.id())))
                        .status())
                .isEqualTo(200);
        JsonNode line =
                as(admin).get("/api/admin/ding/protected").json().get("items").get(0);
        assertThat(line.get("person").get("id").asLong()).isEqualTo(member.id());
        assertThat(line.get("senders").get(0).get("id").asLong()).isEqualTo(admin.id());
        assertThat(as(admin).delete(path).status()).isEqualTo(204);
        assertThat(as(admin).delete(path).status()).isEqualTo(404);
    }

    @Test
    void aDeputyIsAPresentColleagueAndNotOneself() {
        TestUser deputy = org.user("副手");
        Map<String, Object> days = Map.of("memberId", deputy.id(), "from", "2026-12-01", "until", "2026-12-10");

        assertThat(as(member)
                        .put("/api/ding-preferences", Map.of("deputy", days))
                        .status())
                .isEqualTo(200);
        JsonNode kept = as(member).get("/api/ding-preferences").json();
        assertThat(kept.get("deputy").get("person").get("id").asLong()).isEqualTo(deputy.id());
        for (long id : List.of(member.id(), given.org().user().id(), 999_999_999L)) {
            Map<String, Object> bad = Map.of("memberId", id, "from", "2026-12-01", "until", "2026-12-10");
            assertThat(as(member)
                            .put("/api/ding-preferences", Map.of("deputy", bad))
                            .code())
                    .isEqualTo("dingrule.bad_deputy");
        }
        for (List<String> beyond : List.of(
                List.of("2026-12-01", "+999999999-12-31"),
                List.of("+99999999-12-01", "+99999999-12-31"),
                List.of("-99999999-12-01", "2026-12-31"))) {
            Map<String, Object> bad =
                    Map.of("memberId", deputy.id(), "from", beyond.getFirst(), "until", beyond.getLast());
            assertThat(as(member)
                            .put("/api/ding-preferences", Map.of("deputy", bad))
                            .code())
                    .isEqualTo("dingrule.bad_deputy");
        }
        assertThat(as(member).put("/api/ding-preferences", Map.of()).status()).isEqualTo(200);
        assertThat(as(member).get("/api/ding-preferences").json().get("deputy").isNull())
                .isTrue();
    }

    @Test
    void membersAreNoAdministrators() {
        for (String path :
                List.of("settings", "rules", "protected", "audit", "statistics?from=2026-01-01&until=2026-01-02")) {
            assertThat(as(member).get("/api/admin/ding/" + path).code()).isEqualTo("dingrule.not_allowed");
        }
    }
}
