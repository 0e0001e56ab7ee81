package org.qiao.messagenotice;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestBrowser.Reply;
import org.qiao.testing.TestOrg;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.client.RestTestClient;
import tools.jackson.databind.JsonNode;

@QiaoTest
class TellingHttpTest {

    private static final String MINE = "/api/message-notices";
    private static final String COMPANY = "/api/admin/message-notices";

    @Autowired
    RestTestClient http;

    @Autowired
    Given given;

    @Autowired
    Clock clock;

    private TestUser admin;
    private TestUser member;

    @BeforeEach
    void company() {
        TestOrg org = given.org();
        admin = org.admin();
        member = org.user();
    }

    private TestBrowser as(TestUser user) {
        return new TestBrowser(http).signedIn(user);
    }

    private static Map<String, @Nullable Object> settings(String what) {
        Map<String, @Nullable Object> settings = new HashMap<>();
        settings.put("what", what);
        settings.put("hours", null);
        settings.put("mutedMentions", false);
        settings.put("preview", true);
        settings.put("digest", true);
        settings.put("digestAt", "19:30");
        return settings;
    }

    @Test
    void theCompanysStandardHoldsUntilSomebodyChooses() {
        Map<String, Object> standard = Map.of("standard", settings("MENTIONS"), "hidePreview", true, "awayHours", 48);
        assertThat(as(member).get(MINE).json().get("settings").get("what").stringValue())
                .isEqualTo("ALL");

        assertThat(as(admin).put(COMPANY, standard).status()).isEqualTo(200);
        JsonNode seen = as(member).get(MINE).json();

        assertThat(seen.get("settings").get("what").stringValue()).isEqualTo("MENTIONS");
        assertThat(seen.get("own").asBoolean()).isFalse();
        assertThat(seen.get("previewHidden").asBoolean()).isTrue();
        assertThat(seen.get("mail").asBoolean()).isFalse();
        assertThat(as(admin).get(COMPANY).json().get("awayHours").asInt()).isEqualTo(48);
    }

    @Test
    void ownSettingsAreKeptAndGivenUpAgain() {
        Map<String, @Nullable Object> own = settings("NOTHING");
        own.put("hours", Map.of("days", List.of("MONDAY"), "from", "09:00", "until", "18:00", "zone", "Europe/London"));

        JsonNode changed = as(member).put(MINE, own).json();
        assertThat(changed.get("own").asBoolean()).isTrue();
        JsonNode kept = as(member).get(MINE).json().get("settings");
        assertThat(kept.get("what").stringValue()).isEqualTo("NOTHING");
        assertThat(kept.get("hours").get("zone").stringValue()).isEqualTo("Europe/London");
        assertThat(kept.get("digestAt").stringValue()).startsWith("19:30");

        assertThat(as(member).delete(MINE).json().get("own").asBoolean()).isFalse();
        assertThat(as(member).get(MINE).json().get("settings").get("what").stringValue())
                .isEqualTo("ALL");
    }

    @Test
    void doNotDisturbEndsByItselfAndAtOnce() {
        String soon = clock.instant().plus(Duration.ofHours(2)).toString();

        assertThat(as(member)
                        .put(MINE + "/quiet", Map.of("until", soon))
                        .json()
                        .get("quietUntil")
                        .isNull())
                .isFalse();
        assertThat(as(member)
                        .put(MINE + "/quiet", Map.of())
                        .json()
                        .get("quietUntil")
                        .isNull())
                .isTrue();

        for (Duration far : List.of(Duration.ofMinutes(-1), Duration.ofDays(31))) {
            Reply reply = as(member)
                    .put(
                            MINE + "/quiet",
                            Map.of("until", clock.instant().plus(far).toString()));
            assertThat(reply.code()).isEqualTo("messagenotice.bad_quiet_until");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"days\":[],\"from\":\"09:00\",\"until\":\"18:00\"}",
                "{\"days\":[null],\"from\":\"09:00\",\"until\":\"18:00\"}",
                "{\"days\":[\"MONDAY\"],\"from\":\"09:00\",\"until\":\"09:00\"}",
                "{\"days\":[\"MONDAY\"],\"from\":\"09:00\",\"until\":\"18:00\",\"zone\":\"Mars/Base\"}",
                "{\"days\":[\"MONDAY\"],\"from\":\"25:00\",\"until\":\"18:00\"}",
                "{\"days\":[\"MONDAY\"],\"until\":\"18:00\"}"
            })
    void badHoursChangeNothing(String hours) {
        Map<String, @Nullable Object> own = settings("ALL");
        own.put("hours", new tools.jackson.databind.json.JsonMapper().readTree(hours));

        assertThat(as(member).put(MINE, own).status()).isEqualTo(400);
        assertThat(as(member).get(MINE).json().get("own").asBoolean()).isFalse();
    }

    @Test
    void otherBadInputIsRefused() {
        Map<String, @Nullable Object> odd = settings("ALL");
        odd.put("digestAt", "08:15");
        assertThat(as(member).put(MINE, odd).code()).isEqualTo("messagenotice.bad_digest_time");
        odd.put("digestAt", null);
        assertThat(as(member).put(MINE, odd).status()).isEqualTo(400);
        assertThat(as(member).put(MINE, Map.of("what", "SOME")).status()).isEqualTo(400);
        assertThat(as(admin)
                        .put(COMPANY, Map.of("standard", settings("ALL"), "hidePreview", false, "awayHours", 0))
                        .status())
                .isEqualTo(400);
        assertThat(as(admin)
                        .put(COMPANY, Map.of("hidePreview", false, "awayHours", 1))
                        .status())
                .isEqualTo(400);
    }

    @Test
    void onlyAdministratorsDecideForTheCompany() {
        Map<String, Object> standard = Map.of("standard", settings("ALL"), "hidePreview", false, "awayHours", 24);

        assertThat(as(member).get(COMPANY).code()).isEqualTo("messagenotice.not_allowed");
        assertThat(as(member).put(COMPANY, standard).status()).isEqualTo(403);
    }

    @Test
    void oneCompanysStandardIsNotAnothers() {
        as(admin).put(COMPANY, Map.of("standard", settings("NOTHING"), "hidePreview", true, "awayHours", 1));

        TestUser stranger = given.org().user();

        assertThat(as(stranger).get(MINE).json().get("settings").get("what").stringValue())
                .isEqualTo("ALL");
    }
}
