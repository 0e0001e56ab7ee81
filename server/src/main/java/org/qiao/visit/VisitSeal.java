package org.qiao.visit;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Keyed digests: what only this server can make, and what says nothing to whoever reads the database. */
final class VisitSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    VisitSeal(byte[] key) {
        this.key = new SecretKeySpec(key, ALGORITHM);
    }

    /** @param use keeps digests of different things apart */
    byte[] digest(String use, String text) {
        return mac(key, use + '\n' + text);
    }

    String text(String use, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(use, text));
    }

    static byte[] mac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC with SHA-256", e);
        }
    }
}
