package org.qiao.ding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qiao.ding.Alarm.draft;
import static org.qiao.ding.Alarm.ladder;
import static org.qiao.ding.Alarm.members;
import static org.qiao.ding.Alarm.step;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.qiao.testing.Await;
import org.qiao.testing.Given;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestBrowser;
import org.qiao.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.client.EntityExchangeResult;
import org.springframework.test.web.servlet.client.RestTestClient;

/** The recording behind a link: for whoever has the link, as long as the link is good, and nothing else. Alone, as it moves the clock. */
@QiaoTest
@Isolated
class RecordingLinkTest {

    private static final Pattern LINK = Pattern.compile("/ding/([A-Za-z0-9_-]{43})");
    private static final byte[] SOUND = wav(4_000);

    @Autowired
    RestTestClient http;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Given given;

    @Autowired
    TestClock clock;

    private Shift shift;
    private Alarm alarm;
    private long ding;

    @BeforeEach
    void aSpokenDing() {
        shift = Shift.begin(http, jdbc, given);
        alarm = shift.alarm();
        ding = send(upload(SOUND));
    }

    private long send(@Nullable Long recording) {
        Map<String, Object> draft = draft(members(shift.worker()), ladder(step(0, "PERSON", "SMS")));
        draft.put("recordingId", recording);
        long id = alarm.sent(shift.sender(), draft);
        Await.until(() -> !alarm.steps(id).isEmpty());
        return id;
    }

    private long upload(byte[] sound) {
        return new TestBrowser(http).signedIn(shift.sender()).upload("call.wav", sound);
    }

    private String token(long id) {
        Matcher link = LINK.matcher(alarm.content(id, "SMS"));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private EntityExchangeResult<byte[]> listen(String token, String range) {
        return http.get()
                .uri("/api/public/dings/{token}/recording", token)
                .headers(headers -> {
                    if (!range.isEmpty()) {
                        headers.set("Range", range);
                    }
                })
                .exchange()
                .expectBody()
                .returnResult();
    }

    @Test
    void whoHasTheLinkHearsTheRecordingWholeOrInParts() {
        EntityExchangeResult<byte[]> whole = listen(token(ding), "");
        assertThat(whole.getStatus().value()).isEqualTo(200);
        assertThat(whole.getResponseBody()).isEqualTo(SOUND);
        assertThat(whole.getResponseHeaders().getContentType()).hasToString("audio/vnd.wave");
        assertThat(whole.getResponseHeaders().getCacheControl()).contains("no-store");
        assertThat(whole.getResponseHeaders().getFirst("X-Content-Type-Options"))
                .isEqualTo("nosniff");

        EntityExchangeResult<byte[]> part = listen(token(ding), "bytes=0-9");
        assertThat(part.getStatus().value())
                .as("players of telephones ask for parts")
                .isEqualTo(206);
        assertThat(part.getResponseBody()).hasSize(10);
    }

    @Test
    void eachLinkOpensTheRecordingOfItsOwnDing() {
        byte[] other = wav(100);
        long second = send(upload(other));

        assertThat(listen(token(ding), "").getResponseBody()).isEqualTo(SOUND);
        assertThat(listen(token(second), "").getResponseBody()).isEqualTo(other);
        assertThat(listen(token(send(null)), "").getStatus().value())
                .as("a DING without one")
                .isEqualTo(404);
        assertThat(listen("A".repeat(43), "").getStatus().value()).isEqualTo(404);
    }

    @Test
    void aRecalledAndAnOldOneAreSilent() {
        String token = token(ding);
        long second = send(upload(SOUND));
        String old = token(second);
        alarm.as(shift.sender()).post("/api/dings/" + ding + "/recall", Map.of());

        assertThat(listen(token, "").getStatus().value()).isEqualTo(404);
        assertThat(new TestBrowser(http)
                        .get("/api/public/dings/" + token)
                        .json()
                        .get("hasRecording")
                        .asBoolean())
                .isFalse();
        clock.forward(Duration.ofDays(7));
        assertThat(listen(old, "").getStatus().value()).isEqualTo(410);
    }

    /** So many samples of silence. */
    private static byte[] wav(int samples) {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * samples).order(ByteOrder.LITTLE_ENDIAN);
        wav.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + 2 * samples);
        wav.put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII))
                .putInt(16)
                .putShort((short) 1)
                .putShort((short) 1);
        wav.putInt(8_000).putInt(16_000).putShort((short) 2).putShort((short) 16);
        wav.put("data".getBytes(StandardCharsets.US_ASCII)).putInt(2 * samples);
        return wav.array();
    }
}
