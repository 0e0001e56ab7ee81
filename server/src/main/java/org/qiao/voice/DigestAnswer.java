package org.qiao.voice;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Proves a password without sending it: RFC 7616 with qop "auth", and the older form without. */
final class DigestAnswer {

    private final DigestChallenge challenge;
    private final String username;
    private final String password;
    private final String clientNonce;

    DigestAnswer(DigestChallenge challenge, String username, String password, String clientNonce) {
        this.challenge = challenge;
        this.username = username;
        this.password = password;
        this.clientNonce = clientNonce;
    }

    String headerName() {
        return challenge.proxy() ? "Proxy-Authorization" : "Authorization";
    }

    /**
     * The value of the header for one request.
     *
     * @param use how often the nonce has been used, this time included
     */
    String headerValue(String method, String uri, int use) {
        StringBuilder value = new StringBuilder("Digest username=")
                .append(quoted(username))
                .append(", realm=")
                .append(quoted(challenge.realm()))
                .append(", nonce=")
                .append(quoted(challenge.nonce()))
                .append(", uri=")
                .append(quoted(uri))
                .append(", response=\"")
                .append(response(method, uri, use))
                .append('"');
        if (!challenge.algorithm().isEmpty()) {
            value.append(", algorithm=").append(challenge.isSha256() ? "SHA-256" : "MD5");
        }
        if (challenge.qop()) {
            value.append(", qop=auth, nc=")
                    .append(count(use))
                    .append(", cnonce=")
                    .append(quoted(clientNonce));
        }
        if (!challenge.opaque().isEmpty()) {
            value.append(", opaque=").append(quoted(challenge.opaque()));
        }
        return value.toString();
    }

    String response(String method, String uri, int use) {
        String secret = hash(username + ":" + challenge.realm() + ":" + password);
        String what = hash(method + ":" + uri);
        String middle = challenge.nonce();
        if (challenge.qop()) {
            middle += ":" + count(use) + ":" + clientNonce + ":auth";
        }
        return hash(secret + ":" + middle + ":" + what);
    }

    private static String count(int use) {
        return HexFormat.of().toHexDigits(use);
    }

    private String hash(String text) {
        try {
            MessageDigest digest = MessageDigest.getInstance(challenge.isSha256() ? "SHA-256" : "MD5");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has MD5 and SHA-256", e);
        }
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
