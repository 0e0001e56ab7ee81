package org.qiao.noticepush;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPrivateKeySpec;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Keys of the one curve that Web Push knows, in the forms it writes them: numbers of 32 bytes, points as 0x04, x, y. */
final class P256 {

    static final int NUMBER_BYTES = 32;
    static final int POINT_BYTES = 65;

    private static final ECParameterSpec CURVE = curve();

    private P256() {}

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e); // every Java knows this curve
        }
    }

    static KeyPair create() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(CURVE);
        return generator.generateKeyPair();
    }

    /** @throws IllegalArgumentException when the bytes are no point of the curve */
    static ECPublicKey publicKey(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT_BYTES || point[0] != 4) {
            throw new IllegalArgumentException("Not an uncompressed point");
        }
        BigInteger x = new BigInteger(1, point, 1, NUMBER_BYTES);
        BigInteger y = new BigInteger(1, point, 1 + NUMBER_BYTES, NUMBER_BYTES);
        if (!isOnCurve(x, y)) {
            throw new IllegalArgumentException("Not a point of the curve");
        }
        PublicKey key = KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        return (ECPublicKey) key;
    }

    /** Points beside it would give the private key away bit by bit. */
    private static boolean isOnCurve(BigInteger x, BigInteger y) {
        BigInteger p = ((ECFieldFp) CURVE.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(p);
        return x.compareTo(p) < 0 && y.compareTo(p) < 0 && y.pow(2).mod(p).equals(right);
    }

    static ECPrivateKey privateKey(byte[] number) throws GeneralSecurityException {
        return (ECPrivateKey)
                KeyFactory.getInstance("EC").generatePrivate(new ECPrivateKeySpec(new BigInteger(1, number), CURVE));
    }

    static byte[] point(PublicKey key) {
        ECPoint point = ((ECPublicKey) key).getW();
        byte[] all = new byte[POINT_BYTES];
        all[0] = 4;
        System.arraycopy(number(point.getAffineX()), 0, all, 1, NUMBER_BYTES);
        System.arraycopy(number(point.getAffineY()), 0, all, 1 + NUMBER_BYTES, NUMBER_BYTES);
        return all;
    }

    /** Always 32 bytes: Java's numbers drop leading zeros and add one for the sign. */
    static byte[] number(BigInteger value) {
        byte[] bytes = value.toByteArray();
        byte[] all = new byte[NUMBER_BYTES];
        int length = Math.min(bytes.length, NUMBER_BYTES);
        System.arraycopy(bytes, bytes.length - length, all, NUMBER_BYTES - length, length);
        Arrays.fill(bytes, (byte) 0);
        return all;
    }
}
