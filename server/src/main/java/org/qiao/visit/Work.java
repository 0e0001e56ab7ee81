package org.qiao.visit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.qiao.platform.SecureTokens;

/**
 * Proof of work: a challenge that only this server can have made, for one code and five minutes, and a nonce so that the SHA-256 of both
 * begins with enough zero bits. Pure; that each is used once is the store's business.
 */
final class Work {

    static final Duration LIFE = Duration.ofMinutes(5);
    static final int BITS_MIN = 18;
    static final int BITS_MAX = 22;

    private static final String USE = "work";
    private static final Pattern FORM = Pattern.compile(
            "([A-Za-z0-9]{12})\\.([0-9]{1,12})\\.([0-9]{2})\\." + "([A-Za-z0-9_-]{43})\\.([A-Za-z0-9_-]{43})");
    private static final Pattern NONCE = Pattern.compile("[\\x21-\\x7e]{1,64}");
    private static final int STEP = 4;

    private final VisitSeal seal;

    Work(VisitSeal seal) {
        this.seal = seal;
    }

    /** Harder with every few openings beyond the free ones. */
    static int bits(int openings, int free) {
        return Math.clamp(BITS_MIN + Math.max(0, openings - free) / STEP, BITS_MIN, BITS_MAX);
    }

    String challenge(String code, int bits, Instant now) {
        String open = code + "." + now.plus(LIFE).getEpochSecond() + "." + bits + "." + SecureTokens.create();
        return open + "." + seal.text(USE, open);
    }

    /** Until when the challenge may be answered; empty when it is not ours, for another code, over, too easy or not answered. */
    Optional<Instant> answered(String challenge, String nonce, String code, int bits, Instant now) {
        var parts = FORM.matcher(challenge);
        if (!parts.matches() || !NONCE.matcher(nonce).matches()) {
            return Optional.empty();
        }
        String open = challenge.substring(0, challenge.lastIndexOf('.'));
        boolean ours = MessageDigest.isEqual(
                seal.text(USE, open).getBytes(StandardCharsets.UTF_8),
                parts.group(5).getBytes(StandardCharsets.UTF_8));
        Instant end = Instant.ofEpochSecond(Long.parseLong(parts.group(2)));
        int set = Integer.parseInt(parts.group(3));
        boolean good = ours
                && parts.group(1).equals(code)
                && now.isBefore(end)
                && set >= bits
                && zeroBits(SecureTokens.hash(challenge + ":" + nonce)) >= set;
        return good ? Optional.of(end) : Optional.empty();
    }

    static int zeroBits(byte[] hash) {
        int bits = 0;
        for (byte b : hash) {
            if (b == 0) {
                bits += Byte.SIZE;
            } else {
                return bits + Integer.numberOfLeadingZeros(b & 0xff) - (Integer.SIZE - Byte.SIZE);
            }
        }
        return bits;
    }
}
