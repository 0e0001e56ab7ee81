package org.qiao.noticepush;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what only the browser that subscribed may read (RFC 8291); the push service in between sees its length. */
final class PushCipher {

    /** Of plaintext: everything is one record of at most 4,096 bytes, which every push service takes. */
    static final int MOST_BYTES = 3_993;

    private static final int SALT_BYTES = 16;
    private static final int RECORD_BYTES = 4_096;
    private static final int KEY_BYTES = 16;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private final SecureRandom random = new SecureRandom();

    /**
     * @param browser the subscription's p256dh, a point of the curve
     * @param auth the subscription's secret
     */
    byte[] encrypt(byte[] text, byte[] browser, byte[] auth) throws GeneralSecurityException {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return encrypt(text, browser, auth, new Once(P256.create(), salt));
    }

    /** What must be new for every message. */
    record Once(KeyPair keys, byte[] salt) {}

    static byte[] encrypt(byte[] text, byte[] browser, byte[] auth, Once once) throws GeneralSecurityException {
        if (text.length > MOST_BYTES) {
            throw new IllegalArgumentException("Too long for one record");
        }
        byte[] own = P256.point(once.keys().getPublic());
        byte[] shared = agree(once.keys().getPrivate(), P256.publicKey(browser));
        byte[] secret = derive(shared, auth, info("WebPush: info\0", browser, own), 32);
        byte[] key = derive(secret, once.salt(), info("Content-Encoding: aes128gcm\0"), KEY_BYTES);
        byte[] nonce = derive(secret, once.salt(), info("Content-Encoding: nonce\0"), NONCE_BYTES);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        byte[] padded =
                ByteBuffer.allocate(text.length + 1).put(text).put(LAST_RECORD).array();
        byte[] sealed = cipher.doFinal(padded);
        return ByteBuffer.allocate(SALT_BYTES + 4 + 1 + own.length + sealed.length)
                .put(once.salt())
                .putInt(RECORD_BYTES)
                .put((byte) own.length)
                .put(own)
                .put(sealed)
                .array();
    }

    private static byte[] agree(PrivateKey own, PublicKey other) throws GeneralSecurityException {
        KeyAgreement agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(own);
        agreement.doPhase(other, true);
        return agreement.generateSecret();
    }

    private static byte[] derive(byte[] secret, byte[] salt, byte[] info, int length) throws GeneralSecurityException {
        SecretKey input = new SecretKeySpec(secret, "Generic");
        return KDF.getInstance("HKDF-SHA256")
                .deriveData(HKDFParameterSpec.ofExtract()
                        .addIKM(input)
                        .addSalt(salt)
                        .thenExpand(info, length));
    }

    private static byte[] info(String label, byte[]... keys) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        for (byte[] key : keys) {
            all.writeBytes(key);
        }
        return all.toByteArray();
    }
}
