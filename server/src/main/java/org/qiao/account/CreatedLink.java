package org.qiao.account;

import java.time.Instant;

/**
 * @param path what the person opens on this server; the only time anybody sees it
 */
public record CreatedLink(String path, Instant expiresAt) {

    @Override
    public String toString() {
        return "CreatedLink[expiresAt=" + expiresAt + "]";
    }
}
