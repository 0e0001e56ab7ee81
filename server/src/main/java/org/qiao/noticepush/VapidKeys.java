package org.qiao.noticepush;

import java.io.IOException;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who this server is for push services (RFC 8292). Browsers bind their subscriptions to the public key, so it is made once: with
 * another one nobody is reached until each device has subscribed again.
 */
final class VapidKeys {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER =
            BASE64.encodeToString("{\"typ\":\"JWT\",\"alg\":\"ES256\"}".getBytes(StandardCharsets.US_ASCII));
    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";

    /** A push service refuses more than a day. */
    private static final Duration LIFE = Duration.ofHours(12);

    private final PrivateKey privateKey;
    private final String publicKey;
    private final JsonMapper json;

    private VapidKeys(PrivateKey privateKey, byte[] point, JsonMapper json) {
        this.privateKey = privateKey;
        this.publicKey = BASE64.encodeToString(point);
        this.json = json;
    }

    /** Refuses to start with a damaged file rather than make new keys that no browser knows. */
    static VapidKeys read(Path file, JsonMapper json) throws IOException {
        try {
            if (!Files.exists(file)) {
                create(file);
            }
            byte[] both = Files.readAllBytes(file);
            if (both.length == P256.NUMBER_BYTES + P256.POINT_BYTES) {
                byte[] point = Arrays.copyOfRange(both, P256.NUMBER_BYTES, both.length);
                ECPrivateKey privateKey = P256.privateKey(Arrays.copyOf(both, P256.NUMBER_BYTES));
                if (isPair(privateKey, point)) {
                    return new VapidKeys(privateKey, point, json);
                }
            }
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new IllegalStateException(damaged(file), e);
        }
        throw new IllegalStateException(damaged(file));
    }

    private static String damaged(Path file) {
        return file
                + " is damaged: restore it from a backup, or delete it, and every device has to switch its notifications on again";
    }

    private static boolean isPair(PrivateKey privateKey, byte[] point) throws GeneralSecurityException {
        Signature check = Signature.getInstance(ALGORITHM);
        check.initVerify(P256.publicKey(point));
        check.update(point);
        return check.verify(sign(privateKey, point));
    }

    private static void create(Path file) throws IOException, GeneralSecurityException {
        KeyPair pair = P256.create();
        byte[] number = P256.number(((ECPrivateKey) pair.getPrivate()).getS());
        Path folder = Objects.requireNonNull(file.getParent());
        Files.createDirectories(folder);
        Path part = Files.createTempFile(
                folder,
                "key",
                ".part",
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        try (SeekableByteChannel out =
                Files.newByteChannel(part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
            out.write(ByteBuffer.allocate(P256.NUMBER_BYTES + P256.POINT_BYTES)
                    .put(number)
                    .put(P256.point(pair.getPublic()))
                    .flip());
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private static byte[] sign(PrivateKey key, byte[] text) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(ALGORITHM);
        signature.initSign(key);
        signature.update(text);
        return signature.sign();
    }

    /** What a browser needs to subscribe. */
    String publicKey() {
        return publicKey;
    }

    /**
     * The Authorization header of one message.
     *
     * @param subject whom the push service's people can turn to, mailto: or https:
     */
    String authorization(URI endpoint, @Nullable String subject, Instant now) throws GeneralSecurityException {
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("aud", endpoint.getScheme() + "://" + endpoint.getRawAuthority());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        if (subject != null) {
            claims.put("sub", subject);
        }
        String text = HEADER + "." + BASE64.encodeToString(json.writeValueAsBytes(claims));
        byte[] signature = sign(privateKey, text.getBytes(StandardCharsets.US_ASCII));
        return "vapid t=" + text + "." + BASE64.encodeToString(signature) + ", k=" + publicKey;
    }
}
