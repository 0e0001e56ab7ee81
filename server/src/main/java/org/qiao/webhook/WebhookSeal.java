package org.qiao.webhook;

import java.util.Optional;
import org.qiao.platform.SecretKeyFile.Seal;

/** Closes secrets and what is sent: what was closed for one company and use opens for no other. */
final class WebhookSeal {

    static final String SECRET = "secret";
    static final String CONTENT = "content";

    private final Seal seal;

    WebhookSeal(byte[] key) {
        this.seal = new Seal(key);
    }

    byte[] close(long orgId, String use, String text) {
        return seal.close(name(orgId, use), text);
    }

    /** Empty when the key is another one, or the bytes are not as they were. */
    Optional<String> open(long orgId, String use, byte[] sealed) {
        return seal.open(name(orgId, use), sealed);
    }

    private static String name(long orgId, String use) {
        return "webhook:" + orgId + ":" + use;
    }
}
