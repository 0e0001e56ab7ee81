package org.qiao.account;

import java.time.Duration;

/**
 * @param token the only time anybody sees it; the database keeps its hash
 * @param life how long it lives unused
 */
public record OpenedSession(long id, String token, Duration life) {

    @Override
    public String toString() {
        return "OpenedSession[id=" + id + "]";
    }
}
