package org.qiao.noticepush;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** The other end of a push: subscribes, and reads what only it can read. Written from RFC 8188 and 8291, not from our cipher. */
record Browser(KeyPair keys, byte[] auth) {

    static Browser create() throws Exception {
        byte[] auth = new byte[16];
        new SecureRandom().nextBytes(auth);
        return new Browser(P256.create(), auth);
    }

    byte[] point() {
        return P256.point(keys.getPublic());
    }

    SubscriptionRequest subscription(String endpoint) {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return new SubscriptionRequest(endpoint, base64.encodeToString(point()), base64.encodeToString(auth));
    }

    byte[] decrypt(byte[] message) throws Exception {
        ByteBuffer in = ByteBuffer.wrap(message);
        byte[] salt = take(in, 16);
        int recordSize = in.getInt();
        byte[] sender = take(in, in.get());
        byte[] sealed = take(in, in.remaining());
        if (sealed.length > recordSize) {
            throw new IllegalArgumentException("More than one record");
        }
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(P256.publicKey(sender), true);
        byte[] key = hmac(
                hmac(auth, agreement.generateSecret()), "WebPush: info\0".getBytes(US_ASCII), point(), sender, ONE);
        byte[] pseudoRandom = hmac(salt, key);
        byte[] contentKey = hmac(pseudoRandom, "Content-Encoding: aes128gcm\0".getBytes(US_ASCII), ONE);
        byte[] nonce = hmac(pseudoRandom, "Content-Encoding: nonce\0".getBytes(US_ASCII), ONE);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(contentKey, 0, 16, "AES"),
                new GCMParameterSpec(128, nonce, 0, 12));
        byte[] padded = cipher.doFinal(sealed);
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        if (padded[end] != 2) {
            throw new IllegalArgumentException("Not the last record");
        }
        return Arrays.copyOf(padded, end);
    }

    private static final byte[] ONE = {1};

    private static byte[] hmac(byte[] key, byte[]... parts) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        for (byte[] part : parts) {
            mac.update(part);
        }
        return mac.doFinal();
    }

    private static byte[] take(ByteBuffer in, int length) {
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
