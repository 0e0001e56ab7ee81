package org.qiao.noticepush;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.qiao.account.HttpSettings;
import org.qiao.account.Sessions;
import org.qiao.notice.Carrier;
import org.qiao.notice.Carrier.Outcome;
import org.qiao.notice.FailReason;
import org.qiao.notice.NoticeText;
import org.qiao.platform.OutboundNetworks;
import org.qiao.platform.Problem;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestUser;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Against a push service on this machine that checks signatures, and browsers that decrypt. */
@QiaoTest
class PushCarrierTest {

    private static final String SETTINGS = "{\"subject\":\"mailto:it@example.com\"}";

    @Autowired
    Given given;

    @Autowired
    SubscriptionStore store;

    @Autowired
    VapidKeys keys;

    @Autowired
    Sessions sessions;

    @Autowired
    JsonMapper json;

    @Autowired
    Clock clock;

    PushService service;
    Subscriptions subscriptions;
    PushCarrier carrier;
    TestUser user;

    @BeforeEach
    void start() throws Exception {
        service = new PushService();
        subscriptions = new Subscriptions(store, new PushAddresses(true), sessions, clock);
        carrier = carrier(new PushAddresses(true), "");
        user = given.org().user();
    }

    private PushCarrier carrier(PushAddresses addresses, String serverAddress) {
        HttpSettings server =
                new HttpSettings(List.of(), List.of(), false, serverAddress, new HttpSettings.Metrics(""));
        return new PushCarrier(subscriptions, keys, addresses, server, json, clock);
    }

    @AfterEach
    void stop() {
        carrier.close();
        service.close();
    }

    @Test
    void everyDeviceOfTheMemberGetsWhatOnlyItCanRead() throws Exception {
        Browser phone = subscribe("phone");
        Browser laptop = subscribe("laptop");

        Outcome outcome = carrier.carry(SETTINGS, parcel("三号楼停电", "请立即回复"));

        assertThat(outcome).isEqualTo(new Outcome.Sent(null, 1));
        assertThat(service.faults()).isEmpty();
        for (Browser browser : List.of(phone, laptop)) {
            PushService.Message message = message(browser == phone ? "/phone" : "/laptop");
            JsonNode notice = json.readTree(browser.decrypt(message.body()));
            assertThat(notice.path("title").asString()).isEqualTo("三号楼停电");
            assertThat(notice.path("body").asString()).isEqualTo("请立即回复");
            assertThat(notice.path("link").asString()).isEqualTo("https://qiao.example.com/ding/1");
            assertThat(notice.path("tag").asString()).isEqualTo("notice-42");
        }
    }

    /** The same for a customer, whose answers take each other's place. */
    @Test
    void aCustomersDeviceDecryptsWhoHasAnsweredAndWhereToGoOn() throws Exception {
        user = given.guest(given.org(), "王客户");
        Browser phone = subscribe("phone");
        NoticeText text = NoticeText.push("安娜", "测试公司：给您发来了新消息", "/v/aB3dE6gH9jKm?thread=7", "visit-7");

        Outcome outcome = carrier.carry(SETTINGS, parcel(text));

        assertThat(outcome).isEqualTo(new Outcome.Sent(null, 1));
        JsonNode notice = json.readTree(phone.decrypt(message("/phone").body()));
        assertThat(notice.path("title").asString()).isEqualTo("安娜");
        assertThat(notice.path("body").asString()).isEqualTo("测试公司：给您发来了新消息");
        assertThat(notice.path("link").asString()).isEqualTo("/v/aB3dE6gH9jKm?thread=7");
        assertThat(message("/phone").headers()).containsEntry("topic", "visit-7");
    }

    @Test
    void aMessageSaysWhoSendsItHowUrgentItIsAndHowLongItIsOfUse() throws Exception {
        subscribe("phone");

        carrier.carry(SETTINGS, parcel("a", "b"));

        PushService.Message message = message("/phone");
        assertThat(message.headers())
                .containsEntry("urgency", "high")
                .containsEntry("topic", "notice-42")
                .containsEntry("content-encoding", "aes128gcm");
        assertThat(Integer.parseInt(message.headers().get("ttl"))).isBetween(3_000, 3_600);
        assertThat(message.headers().get("authorization")).endsWith("k=" + keys.publicKey());
        assertThat(message.claims().path("aud").asString() + "/").isEqualTo(service.endpoint(""));
        assertThat(message.claims().path("sub").asString()).isEqualTo("mailto:it@example.com");
        Instant end = Instant.ofEpochSecond(message.claims().path("exp").asLong());
        assertThat(end).isBetween(clock.instant(), clock.instant().plus(Duration.ofHours(24)));
    }

    @Test
    void withoutASubjectTheServersOwnAddressIsNamedOrNone() throws Exception {
        subscribe("phone");

        carrier.carry("{}", parcel("a", "b"));
        try (PushCarrier known = carrier(new PushAddresses(true), "https://qiao.example.com")) {
            known.carry("{}", parcel("a", "b"));
        }

        assertThat(service.messages().get(0).claims().has("sub")).isFalse();
        assertThat(service.messages().get(1).claims().path("sub").asString()).isEqualTo("https://qiao.example.com");
    }

    @Test
    void aLongTextIsCutToWhatFits() throws Exception {
        Browser phone = subscribe("phone");

        carrier.carry(SETTINGS, parcel("题".repeat(200), "😀".repeat(2_000)));
        carrier.carry(SETTINGS, parcel("\u0001".repeat(200), "\u0001".repeat(4_000)));

        String body = json.readTree(phone.decrypt(service.messages().get(0).body()))
                .path("body")
                .asString();
        assertThat(body).hasSizeLessThanOrEqualTo(500).startsWith("😀😀").endsWith("😀…");
        assertThat(service.messages().get(1).body()).hasSizeLessThanOrEqualTo(4_096);
        assertThat(phone.decrypt(service.messages().get(1).body())).isNotEmpty();
    }

    @Test
    void nobodyIsReachedWithoutADevice() {
        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Failed(FailReason.NO_ADDRESS, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 410})
    void aDeviceThatIsGoneIsForgotten(int status) throws Exception {
        subscribe("old");
        subscribe("phone");
        service.answering("old", status);

        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Sent(null, 1));
        assertThat(endpoints()).containsExactly(service.endpoint("phone"));

        service.answering("phone", status);
        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Failed(FailReason.NO_ADDRESS, 0));
        assertThat(endpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"429, 30, 30", "503, 7200, 3600", "500, 0, 1", "502, soon,", "500,,"})
    void aPushServiceMayAskToWait(int status, String retryAfter, Integer seconds) throws Exception {
        subscribe("phone");
        if (retryAfter == null) {
            service.answering("phone", status);
        } else {
            service.answering("phone", status, retryAfter);
        }

        Duration pause = seconds == null ? null : Duration.ofSeconds(seconds);
        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Later(FailReason.GAVE_UP, pause));
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void aDateMayBeGivenToWaitFor() {
        Instant now = Instant.parse("2026-11-26T10:00:00Z");

        assertThat(PushCarrier.pause("Thu, 26 Nov 2026 10:00:20 GMT", now)).hasSeconds(20);
        assertThat(PushCarrier.pause("Thu, 26 Nov 2026 09:00:00 GMT", now)).hasSeconds(1);
    }

    @Test
    void oneDeviceThatTookItIsEnough() throws Exception {
        subscribe("slow");
        subscribe("phone");
        service.answering("slow", 503, "10");

        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Sent(null, 1));
        assertThat(endpoints()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 413, 307, 301})
    void aRefusalIsFinalAndNoRedirectIsFollowed(int status) throws Exception {
        subscribe("phone");
        service.answering("phone", status);

        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Failed(FailReason.REFUSED, 0));
        assertThat(service.messages()).extracting(PushService.Message::path).containsExactly("/phone");
        assertThat(endpoints()).hasSize(1);
    }

    @Test
    void aPushServiceThatIsAwayIsTriedAgain() throws Exception {
        subscribe("phone");
        service.close();

        assertThat(carrier.carry(SETTINGS, parcel("a", "b"))).isEqualTo(new Outcome.Later(FailReason.GAVE_UP, null));
    }

    @Test
    void anAddressInTheOwnNetworkIsNeverCalled() throws Exception {
        subscribe("phone"); // on this machine: allowed when it was made, not any more

        try (PushCarrier strict = carrier(new PushAddresses(false), "")) {
            assertThat(strict.carry(SETTINGS, parcel("a", "b")))
                    .isEqualTo(new Outcome.Failed(FailReason.NO_ADDRESS, 0));
        }

        assertThat(service.messages()).isEmpty();
        assertThat(endpoints()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "8.8.8.8, true",
        "2400:3200::1, true",
        "127.0.0.1, false",
        "10.1.2.3, false",
        "172.16.0.1, false",
        "192.168.1.1, false",
        "169.254.169.254, false",
        "100.64.0.1, false",
        "198.18.0.1, false",
        "0.0.0.0, false",
        "255.255.255.255, false",
        "224.0.0.1, false",
        "::1, false",
        "::, false",
        "::ffff:10.0.0.1, false",
        "fe80::1, false",
        "fd00::1, false",
        "64:ff9b::a00:1, false",
        "2002:a00:1::, false",
        "ff02::1, false"
    })
    void onlyPublicAddressesMayBeCalled(String address, boolean mayBe) throws Exception {
        assertThat(OutboundNetworks.isPublic(InetAddress.getByName(address))).isEqualTo(mayBe);
        String host = address.contains(":") ? "[" + address + "]" : address;
        assertThat(new PushAddresses(false).mayCall(URI.create("https://" + host + "/x")))
                .isEqualTo(mayBe);
    }

    @Test
    void tenDevicesAreKeptAndTheOneUsedLeastMakesRoom() throws Exception {
        for (int i = 1; i <= 12; i++) {
            subscribe("device" + i);
        }

        assertThat(endpoints())
                .hasSize(10)
                .doesNotContain(service.endpoint("device1"), service.endpoint("device2"))
                .contains(service.endpoint("device12"));
    }

    @Test
    void settingsAreASubjectOrNothing() {
        assertThat(carrier.check("{}")).isEqualTo("{\"subject\":null}");
        assertThat(carrier.check(SETTINGS)).isEqualTo(SETTINGS);
        for (String bad :
                List.of("{\"subject\":\"it@example.com\"}", "{\"subject\":\"mailto:a b\"}", "{\"subject\":[]}")) {
            assertThatThrownBy(() -> carrier.check(bad))
                    .isInstanceOfSatisfying(
                            Problem.class,
                            problem -> assertThat(problem.params()).containsEntry("field", "subject"));
        }
    }

    private Browser subscribe(String name) throws Exception {
        Browser browser = Browser.create();
        subscriptions.add(user.actor(), 0, browser.subscription(service.endpoint(name)));
        return browser;
    }

    private List<String> endpoints() {
        List<String> all = new ArrayList<>();
        subscriptions.of(user.orgId(), user.id()).forEach(each -> all.add(each.endpoint()));
        return all;
    }

    private PushService.Message message(String path) {
        return service.messages().stream()
                .filter(each -> each.path().equals(path))
                .findFirst()
                .orElseThrow();
    }

    private Carrier.Parcel parcel(String title, String text) {
        return parcel(NoticeText.of(title, text, "https://qiao.example.com/ding/1"));
    }

    private Carrier.Parcel parcel(NoticeText text) {
        return new Carrier.Parcel(
                user.orgId(),
                42,
                1,
                Long.toString(user.id()),
                Locale.SIMPLIFIED_CHINESE,
                text,
                true,
                clock.instant().plus(Duration.ofHours(1)));
    }
}
