package org.qiao.noticepush;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class PushCipherTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    /** RFC 8291, section 5 and appendix A. */
    @Test
    void theExampleOfTheStandardComesOutByteForByte() throws Exception {
        KeyPair sender = new KeyPair(
                P256.publicKey(bytes(
                        "BP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A8")),
                P256.privateKey(bytes("yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw")));
        KeyPair browser = new KeyPair(
                P256.publicKey(bytes(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4")),
                P256.privateKey(bytes("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")));
        byte[] auth = bytes("BTBZMqHH6r4Tts7J_aSIgg");
        byte[] text = "When I grow up, I want to be a watermelon".getBytes(UTF_8);

        byte[] message = PushCipher.encrypt(
                text,
                P256.point(browser.getPublic()),
                auth,
                new PushCipher.Once(sender, bytes("DGv6ra1nlYgDCS1FRnbzlw")));

        assertThat(Base64.getUrlEncoder().withoutPadding().encodeToString(message))
                .isEqualTo(
                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6Tlz"
                                + "AC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN");
        assertThat(new Browser(browser, auth).decrypt(message)).isEqualTo(text);
    }

    @Test
    void everyMessageIsNewAndReadableByTheBrowserAlone() throws Exception {
        Browser browser = Browser.create();
        byte[] text = "你好".getBytes(UTF_8);
        PushCipher cipher = new PushCipher();

        byte[] first = cipher.encrypt(text, browser.point(), browser.auth());
        byte[] second = cipher.encrypt(text, browser.point(), browser.auth());

        assertThat(first).isNotEqualTo(second);
        assertThat(browser.decrypt(first)).isEqualTo(text);
        assertThat(browser.decrypt(second)).isEqualTo(text);
        assertThatThrownBy(() -> Browser.create().decrypt(first)).isInstanceOf(Exception.class);
    }

    @Test
    void theLongestTextMakesAMessageThatEveryPushServiceTakes() throws Exception {
        Browser browser = Browser.create();

        byte[] message = new PushCipher().encrypt(new byte[PushCipher.MOST_BYTES], browser.point(), browser.auth());

        assertThat(message).hasSizeLessThanOrEqualTo(4_096);
        assertThatThrownBy(() ->
                        new PushCipher().encrypt(new byte[PushCipher.MOST_BYTES + 1], browser.point(), browser.auth()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aPointBesideTheCurveIsNoKey() throws Exception {
        byte[] beside = Browser.create().point();
        beside[64] ^= 1;

        assertThatThrownBy(() -> P256.publicKey(beside)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[65])).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> P256.publicKey(new byte[33])).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void numbersAlwaysTakeTheirFullLength() {
        assertThat(P256.number(BigInteger.ONE)).hasSize(32).endsWith(1);
        assertThat(P256.number(BigInteger.TWO.pow(256).subtract(BigInteger.ONE)))
                .hasSize(32)
                .containsOnly(0xFF);
    }

    @Test
    void theServersKeysAreMadeOnceForItsUserAlone() throws Exception {
        Path file = folder.resolve("keys/vapid.key");

        String first = VapidKeys.read(file, JSON).publicKey();

        assertThat(VapidKeys.read(file, JSON).publicKey()).isEqualTo(first);
        assertThat(bytes(first)).hasSize(65);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void aDamagedKeyFileStopsTheStartAndStays() throws Exception {
        Path file = folder.resolve("vapid.key");
        VapidKeys.read(file, JSON);
        byte[] damaged = Files.readAllBytes(file);
        damaged[3] ^= 1;
        Files.write(file, damaged);

        assertThatThrownBy(() -> VapidKeys.read(file, JSON))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("is damaged");

        assertThat(Files.readAllBytes(file)).isEqualTo(damaged);
    }

    private static byte[] bytes(String base64) {
        return Base64.getUrlDecoder().decode(base64);
    }
}
