package org.qiao.file;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signed links: file, person and end of life with an HMAC-SHA256 over them. Nothing is stored; a link that leaks opens
 * nothing without the person's own session.
 */
final class Tickets {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int CLAIM_BYTES = 3 * Long.BYTES;
    private static final int MAC_BYTES = 32;

    private final SecretKeySpec key;
    private final Duration life;

    Tickets(byte[] key, Duration life) {
        this.key = new SecretKeySpec(key, ALGORITHM);
        this.life = life;
    }

    Ticket issue(long principalId, long fileId, Instant now) {
        Instant end = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        byte[] claim = ByteBuffer.allocate(CLAIM_BYTES)
                .putLong(fileId)
                .putLong(principalId)
                .putLong(end.getEpochSecond())
                .array();
        byte[] signed = ByteBuffer.allocate(CLAIM_BYTES + MAC_BYTES)
                .put(claim)
                .put(mac(claim))
                .array();
        return new Ticket("/files/" + Base64.getUrlEncoder().withoutPadding().encodeToString(signed), end);
    }

    /** The file's id. Forged and other people's tickets look like missing files; an own old one says that it is old. */
    long open(String ticket, long principalId, Instant now) {
        byte[] signed = decode(ticket);
        if (signed.length != CLAIM_BYTES + MAC_BYTES) {
            throw FileProblem.NOT_FOUND.problem();
        }
        ByteBuffer buffer = ByteBuffer.wrap(signed);
        byte[] claim = new byte[CLAIM_BYTES];
        byte[] mac = new byte[MAC_BYTES];
        buffer.get(claim).get(mac);
        ByteBuffer claims = ByteBuffer.wrap(claim);
        long fileId = claims.getLong();
        if (!MessageDigest.isEqual(mac, mac(claim)) || claims.getLong() != principalId) {
            throw FileProblem.NOT_FOUND.problem();
        }
        if (!now.isBefore(Instant.ofEpochSecond(claims.getLong()))) {
            throw FileProblem.TICKET_EXPIRED.problem();
        }
        return fileId;
    }

    private static byte[] decode(String ticket) {
        try {
            return Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException e) {
            throw FileProblem.NOT_FOUND.problem();
        }
    }

    private byte[] mac(byte[] claim) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(claim);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK has HMAC-SHA256", e);
        }
    }
}
