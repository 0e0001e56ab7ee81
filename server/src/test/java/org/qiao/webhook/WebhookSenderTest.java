package org.qiao.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qiao.platform.OutboundNetworks;
import org.qiao.testing.PeerServer;

class WebhookSenderTest {

    private static final Instant NOW = Instant.parse("2026-11-27T02:00:00Z");
    private static final WebhookSender.Letter LETTER =
            new WebhookSender.Letter(7, 2, "approval.agreed", "{\"a\":\"批\"}");

    private final PeerServer peer = new PeerServer();
    private final WebhookSender sender = sender("127.0.0.0/8");

    private static WebhookSender sender(String network) {
        return sender(network, Duration.ofSeconds(40));
    }

    private static WebhookSender sender(String network, Duration patience) {
        return new WebhookSender(OutboundNetworks.of(network), Clock.fixed(NOW, ZoneOffset.UTC), patience);
    }

    @AfterEach
    void close() {
        sender.destroy();
        peer.close();
    }

    private WebhookSender.Outcome send(WebhookSender with) {
        return with.send(endpoint(peer.url(), true), "the-secret", LETTER);
    }

    private static Endpoint endpoint(String url, boolean intranet) {
        return new Endpoint(1, 1, "ERP", url, List.of("*"), false, intranet, true, new byte[0], NOW, NOW);
    }

    @Test
    void theOtherSideGetsWhatItNeedsToKnowWhoSpeaks() {
        assertThat(send(sender).arrived()).isTrue();

        PeerServer.Heard heard = peer.heard().getFirst();
        assertThat(heard.body()).isEqualTo(LETTER.body());
        assertThat(heard.header("Qiao-Delivery")).isEqualTo("7");
        assertThat(heard.header("Qiao-Attempt")).isEqualTo("2");
        assertThat(heard.header("Qiao-Timestamp")).isEqualTo(Long.toString(NOW.getEpochSecond()));
        assertThat(heard.header("Qiao-Signature")).isEqualTo(WebhookSignature.of("the-secret", NOW, heard.body()));
    }

    /** openssl: printf '1795744800.{}' | openssl dgst -sha256 -hmac the-secret */
    @Test
    void theSignatureIsThatOfEveryOtherProgram() {
        assertThat(WebhookSignature.of("the-secret", NOW, "{}"))
                .isEqualTo("v1=eaa5579d2abcaa95ed6ae24965875e8727d72578a17966b2ac9fbf0c80844523");
    }

    @Test
    void onlyTwoHundredsCount() {
        peer.answers(PeerServer.status(500));
        assertThat(send(sender)).isEqualTo(new WebhookSender.Outcome(500, "STATUS"));
        peer.answers(PeerServer.status(410));
        assertThat(send(sender).isFinal()).isTrue();
        peer.answers(PeerServer.status(204));
        assertThat(send(sender).arrived()).isTrue();
    }

    @Test
    void aRedirectIsNotFollowed() {
        peer.answers(exchange -> {
            exchange.getResponseHeaders().set("Location", "http://127.0.0.1:1/private");
            exchange.sendResponseHeaders(302, -1);
        });

        assertThat(send(sender)).isEqualTo(new WebhookSender.Outcome(302, "STATUS"));
        assertThat(peer.heard()).hasSize(1);
    }

    @Test
    void whoAnswersNothingInTimeIsGivenUp() {
        CountDownLatch never = new CountDownLatch(1);
        peer.answers(exchange -> {
            try {
                never.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        });

        WebhookSender hasty = sender("127.0.0.0/8", Duration.ofMillis(300));
        assertThat(send(hasty)).isEqualTo(new WebhookSender.Outcome(null, "NO_ANSWER"));
        hasty.destroy();
    }

    @Test
    void whoSaysTooMuchIsNotListenedTo() {
        byte[] much = new byte[1 << 20];
        peer.answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            for (int i = 0; i < 10_000; i++) {
                exchange.getResponseBody().write(much); // ten gigabytes: the pipe breaks long before
            }
        });

        assertThat(send(sender).arrived()).isTrue();
    }

    @Test
    void aPeerThatIsDownIsNoAnswer() {
        peer.close();

        assertThat(send(sender)).isEqualTo(new WebhookSender.Outcome(null, "NO_ANSWER"));
    }

    @Test
    void anAddressThatIsNotAllowedIsNotCalled() {
        WebhookSender strict = sender("10.0.0.0/8");
        assertThat(send(strict)).isEqualTo(new WebhookSender.Outcome(null, "ADDRESS_REFUSED"));
        assertThat(sender.send(endpoint(peer.url(), false), "x", LETTER).failure())
                .as("nobody said that the intranet is meant")
                .isEqualTo("ADDRESS_REFUSED");
        assertThat(peer.heard()).isEmpty();
        strict.destroy();
    }
}
