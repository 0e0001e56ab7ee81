package org.qiao.file;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.LongStream;
import org.qiao.platform.Hmac;

/**
 * Signed links: file, person and end of life with an HMAC-SHA256 over them. Nothing is stored; a link that leaks opens
 * nothing without the person's own session.
 */
final class Tickets {

    /** Longs that are signed. */
    private static final int OF_MEMBER = 3;

    private static final int OF_GUEST = 4;
    private static final int MAC_BYTES = 32;

    private final byte[] key;
    private final Duration life;

    Tickets(byte[] key, Duration life) {
        this.key = key.clone();
        this.life = life;
    }

    Ticket issue(long principalId, long fileId, Instant now) {
        return ticket("/files/", now, fileId, principalId);
    }

    /** One long more is signed, so that neither sort of ticket can pass for the other. */
    Ticket issueToGuest(long orgId, long principalId, long fileId, Instant now) {
        return ticket("/api/visit/files/open/", now, fileId, principalId, orgId);
    }

    private Ticket ticket(String path, Instant now, long... claims) {
        Instant end = now.plus(life).truncatedTo(ChronoUnit.SECONDS);
        ByteBuffer claim = ByteBuffer.allocate((claims.length + 1) * Long.BYTES).putLong(end.getEpochSecond());
        LongStream.of(claims).forEach(claim::putLong);
        byte[] signed = ByteBuffer.allocate(claim.capacity() + MAC_BYTES)
                .put(claim.array())
                .put(Hmac.sha256(key, claim.array()))
                .array();
        return new Ticket(path + Base64.getUrlEncoder().withoutPadding().encodeToString(signed), end);
    }

    /** The file's id. Forged and other people's tickets look like missing files; an own old one says that it is old. */
    long open(String ticket, long principalId, Instant now) {
        LongBuffer claims = claims(ticket, OF_MEMBER);
        long end = claims.get();
        long fileId = claims.get();
        if (claims.get() != principalId) {
            throw FileProblem.NOT_FOUND.problem();
        }
        requireYoung(end, now);
        return fileId;
    }

    /** What a customer's ticket says. */
    record GuestClaim(long orgId, long principalId, long fileId) {}

    GuestClaim openOfGuest(String ticket, Instant now) {
        LongBuffer claims = claims(ticket, OF_GUEST);
        requireYoung(claims.get(), now);
        long fileId = claims.get();
        long principalId = claims.get();
        return new GuestClaim(claims.get(), principalId, fileId);
    }

    private static void requireYoung(long endSeconds, Instant now) {
        if (!now.isBefore(Instant.ofEpochSecond(endSeconds))) {
            throw FileProblem.TICKET_EXPIRED.problem();
        }
    }

    private LongBuffer claims(String ticket, int count) {
        byte[] signed = decode(ticket);
        int length = count * Long.BYTES;
        if (signed.length != length + MAC_BYTES) {
            throw FileProblem.NOT_FOUND.problem();
        }
        byte[] claim = Arrays.copyOf(signed, length);
        if (!MessageDigest.isEqual(Arrays.copyOfRange(signed, length, signed.length), Hmac.sha256(key, claim))) {
            throw FileProblem.NOT_FOUND.problem();
        }
        return ByteBuffer.wrap(claim).asLongBuffer();
    }

    private static byte[] decode(String ticket) {
        try {
            return Base64.getUrlDecoder().decode(ticket);
        } catch (IllegalArgumentException e) {
            throw FileProblem.NOT_FOUND.problem();
        }
    }
}
