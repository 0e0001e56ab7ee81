package org.qiao.visit;

import java.util.Base64;
import org.qiao.platform.Hmac;

/** Keyed digests: what only this server can make, and what says nothing to whoever reads the database. */
final class VisitSeal {

    private final byte[] key;

    VisitSeal(byte[] key) {
        this.key = key.clone();
    }

    /** @param use keeps digests of different things apart */
    byte[] digest(String use, String text) {
        return Hmac.sha256(key, use + '\n' + text);
    }

    String text(String use, String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(digest(use, text));
    }
}
