package org.qiao.gateway;

import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Names a session for resuming: 32 hexadecimal digits. No secret: it works only together with the same person's same
 * sign-in.
 */
record SessionKey(long high, long low) {

    private static final int DIGITS = 32;
    private static final int HALF = 16;

    static SessionKey create() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return new SessionKey(random.nextLong(), random.nextLong());
    }

    static Optional<SessionKey> read(String text) {
        if (text.length() != DIGITS || !text.chars().allMatch(HexFormat::isHexDigit)) {
            return Optional.empty();
        }
        return Optional.of(new SessionKey(
                HexFormat.fromHexDigitsToLong(text, 0, HALF), HexFormat.fromHexDigitsToLong(text, HALF, DIGITS)));
    }
}
