package org.qiao.webhook;

import java.time.Instant;
import java.util.HexFormat;
import org.qiao.platform.Hmac;

/** HMAC-SHA256 over "seconds.body" with the endpoint's secret; the receiver refuses seconds that are not of the last five minutes. */
final class WebhookSignature {

    private WebhookSignature() {}

    static String of(String secret, Instant at, String body) {
        return "v1=" + HexFormat.of().formatHex(Hmac.sha256(secret, at.getEpochSecond() + "." + body));
    }
}
