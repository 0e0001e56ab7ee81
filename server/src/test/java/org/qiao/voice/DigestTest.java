package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The examples of the standards, and challenges as servers write them. */
class DigestTest {

    private static final String RFC_7616 =
            "Digest realm=\"http-auth@example.org\", qop=\"auth, auth-int\", algorithm=%s, "
                    + "nonce=\"7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v\", opaque=\"FQhe/qaU925kfnzjCev0ciny7QMkPqMAFRtzCUYo5tdS\"";
    private static final String CLIENT_NONCE = "f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ";

    @Test
    void sha256LikeRfc7616() {
        assertThat(answer(RFC_7616.formatted("SHA-256"), "Mufasa", "Circle of Life", CLIENT_NONCE)
                        .response("GET", "/dir/index.html", 1))
                .isEqualTo("753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1");
    }

    @Test
    void md5LikeRfc7616() {
        assertThat(answer(RFC_7616.formatted("MD5"), "Mufasa", "Circle of Life", CLIENT_NONCE)
                        .response("GET", "/dir/index.html", 1))
                .isEqualTo("8ca523f5e9506fed4657c9700eebdbec");
    }

    @Test
    void md5LikeRfc2617() {
        String challenge = "Digest realm=\"testrealm@host.com\", qop=\"auth,auth-int\", "
                + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"";

        DigestAnswer answer = answer(challenge, "Mufasa", "Circle Of Life", "0a4f113b");

        assertThat(answer.headerName()).isEqualTo("Proxy-Authorization");
        assertThat(answer.headerValue("GET", "/dir/index.html", 1))
                .isEqualTo("Digest username=\"Mufasa\", realm=\"testrealm@host.com\", "
                        + "nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\", uri=\"/dir/index.html\", "
                        + "response=\"6629fae49393a05397450978507c4ef1\", qop=auth, nc=00000001, cnonce=\"0a4f113b\", "
                        + "opaque=\"5ccc069c403ebaf9f0171e9517f40e41\"");
    }

    @Test
    void theOldFormWithoutQopLikeRfc2069WithItsErratum() {
        String challenge = "Digest realm=\"testrealm@host.com\", nonce=\"dcd98b7102dd2f0e8b11d0f600bfb0c093\"";

        assertThat(answer(challenge, "Mufasa", "CircleOfLife", "").response("GET", "/dir/index.html", 1))
                .isEqualTo("1949323746fe6a43ef61f9606e7febea");
    }

    @Test
    void quotesInsideAreUnderstoodAndWritten() {
        DigestChallenge challenge = DigestChallenge.parse(
                        true, "digest nonce=\"a,b=\\\"c\\\"\" ,realm = \"x\\\\y\", stale=TRUE")
                .orElseThrow();

        assertThat(challenge.nonce()).isEqualTo("a,b=\"c\"");
        assertThat(challenge.realm()).isEqualTo("x\\y");
        assertThat(challenge.stale()).isTrue();
        assertThat(new DigestAnswer(challenge, "u\"", "p", "c").headerValue("INVITE", "sip:x", 1))
                .contains("username=\"u\\\"\"", "nonce=\"a,b=\\\"c\\\"\"", "realm=\"x\\\\y\"");
    }

    @Test
    void whatWeCannotAnswerIsNoChallenge() {
        assertThat(DigestChallenge.parse(false, "Basic realm=\"x\"")).isEmpty();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"x\", nonce=\"n\", algorithm=MD5-sess"))
                .isEmpty();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"x\", nonce=\"n\", qop=\"auth-int\""))
                .isEmpty();
        assertThat(DigestChallenge.parse(false, "Digest realm=\"x\"")).isEmpty();
        assertThat(DigestChallenge.parse(false, "Digest ,,=,\"")).isEmpty();
    }

    @Test
    void ofSeveralTheStrongerIsAnswered() {
        SipResponse response = new SipResponse(
                401,
                "Unauthorized",
                SipHeaders.of(
                        new SipHeaders.Header("WWW-Authenticate", "Digest realm=\"x\", nonce=\"1\", algorithm=MD5"),
                        new SipHeaders.Header(
                                "WWW-Authenticate", "Digest realm=\"x\", nonce=\"2\", algorithm=SHA-256")),
                SipRequest.NO_BODY);

        assertThat(DigestChallenge.of(response).orElseThrow().nonce()).isEqualTo("2");
    }

    private static DigestAnswer answer(String challenge, String username, String password, String clientNonce) {
        return new DigestAnswer(DigestChallenge.parse(true, challenge).orElseThrow(), username, password, clientNonce);
    }
}
