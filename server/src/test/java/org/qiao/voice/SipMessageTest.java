package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages as they are and as they should not be; many after RFC 4475. */
class SipMessageTest {

    private static final String HEAD = """
            Via: SIP/2.0/UDP 192.0.2.2:5060;branch=z9hG4bKabc
            From: <sip:a@example.com>;tag=1
            To: <sip:b@example.com>
            Call-ID: call-1
            CSeq: 7 INVITE
            """;

    @Test
    void aResponseIsReadAndWrittenAgain() {
        SipMessage message =
                parse("SIP/2.0 180 Ringing\n" + HEAD.replace("b@example.com>", "b@example.com>;tag=x") + "\n");

        assertThat(message).isInstanceOfSatisfying(SipResponse.class, response -> {
            assertThat(response.status()).isEqualTo(180);
            assertThat(response.isProvisional()).isTrue();
            assertThat(response.branch()).isEqualTo("z9hG4bKabc");
            assertThat(response.toTag()).isEqualTo("x");
            assertThat(response.sequence()).isEqualTo(7);
            assertThat(response.sequenceMethod()).isEqualTo("INVITE");
        });
        assertThat(SipParser.parse(message.bytes()).headers().get("To")).isEqualTo("<sip:b@example.com>;tag=x");
    }

    @Test
    void compactFoldedAndOddlyWrittenHeadersAreTheSame() {
        SipMessage message = parse("""
                INFO sip:vivekg@chair-dnrc.example.com;unknownparam SIP/2.0
                TO :
                  sip:vivekg@chair-dnrc.example.com ;   tag    = 1918181833n
                f   : "J Rosenberg \\\\\\""       <sip:jdrosen@example.com>
                  ;
                  tag = 98asjd8
                MaX-fOrWaRdS: 0068
                i: wsinv.ndaksdj@192.0.2.1
                cseq: 9  INFO
                v  : SIP  / 2.0  / UDP
                    192.0.2.2;branch=390skdjuw
                NewFangledHeader:   newfangled value
                  continued newfangled value
                l: 5

                hello""");

        assertThat(message.headers().get("Call-ID")).isEqualTo("wsinv.ndaksdj@192.0.2.1");
        assertThat(SipAddress.parameter(message.headers().get("To"), "tag")).isEqualTo("1918181833n");
        assertThat(SipAddress.parameter(message.headers().get("From"), "tag")).isEqualTo("98asjd8");
        assertThat(SipAddress.uri(message.headers().get("From"))).isEqualTo("sip:jdrosen@example.com");
        assertThat(message.branch()).isEqualTo("390skdjuw");
        assertThat(message.sequenceMethod()).isEqualTo("INFO");
        assertThat(message.body()).hasSize(5);
    }

    @Test
    void listsAreSplitOutsideOfQuotesAndBrackets() {
        SipHeaders headers = SipHeaders.of(
                new SipHeaders.Header("Record-Route", "<sip:one;lr>, \"a, <b>\" <sip:two,three;lr>"),
                new SipHeaders.Header("record-route", "<sip:four>"));

        assertThat(headers.list("Record-Route"))
                .containsExactly("<sip:one;lr>", "\"a, <b>\" <sip:two,three;lr>", "<sip:four>");
    }

    @Test
    void bytesBehindTheBodyOfADatagramAreNotRead() {
        SipMessage message = parse("SIP/2.0 200 OK\n" + HEAD + "Content-Length: 2\n\nabINVITE sip:more SIP/2.0");

        assertThat(new String(message.body(), StandardCharsets.US_ASCII)).isEqualTo("ab");
    }

    @Test
    void aReasonMayBeEmptyOrInAnyScript() {
        assertThat(parse("SIP/2.0 100 \n" + HEAD + "\n").startLine()).isEqualTo("SIP/2.0 100 ");
        assertThat(parse("SIP/2.0 200 成功\n" + HEAD + "\n").startLine()).isEqualTo("SIP/2.0 200 成功");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n\n",
                "hello\n\n",
                "SIP/2.0 200 OK\n\n",
                "SIP/3.0 200 OK\nHEAD\n",
                "SIP/2.0 4294967301 better not break the receiver\nHEAD\n",
                "SIP/2.0 99 Low\nHEAD\n",
                "SIP/2.0 700 High\nHEAD\n",
                "INVITE sip:b@example.com SIP/7.0\nHEAD\n",
                "INVITE  sip:b@example.com SIP/2.0\nHEAD\n",
                "INVITE sip:b@example.com SIP/2.0 \nHEAD\n",
                "INVITE <sip:b@example.com> lr SIP/2.0\nHEAD\n",
                "BYE sip:b@example.com SIP/2.0\nHEAD\n", // CSeq says INVITE
                "SIP/2.0 200 OK\n folded into nothing\nHEAD\n",
                "SIP/2.0 200 OK\nHEADContent-Length: -5\n\n",
                "SIP/2.0 200 OK\nHEADContent-Length: 9999\n\nshort",
                "SIP/2.0 200 OK\nHEADContent-Length: 99999999999999999\n\n",
                "SIP/2.0 200 OK\nHEADContent-Length: 0\nl: 0\n\n",
                "SIP/2.0 200 OK\nHEADCSeq: 8 INVITE\n\n",
                "SIP/2.0 200 OK\nHEADTo: <sip:c@example.com>\n\n",
                "SIP/2.0 200 OK\nHEADno colon here\n\n",
                "SIP/2.0 200 OK\nHEAD: no name\n\n",
                "SIP/2.0 200 OK\nHEADNUL: a\u0000b\n\n",
                "SIP/2.0 200 OK\nHEAD", // no end
            })
    void whatIsNoMessageIsRefused(String text) {
        assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(() -> parse(text.replace("HEAD", HEAD)));
    }

    @Test
    void sizesAreBounded() {
        String long1 = "SIP/2.0 200 OK\n" + HEAD + "X: " + "x".repeat(3_000) + "\n\n";
        String many = "SIP/2.0 200 OK\n" + HEAD + "X: y\n".repeat(120) + "\n";
        String large = "SIP/2.0 200 OK\n" + HEAD + "\n" + "x".repeat(8_200);

        for (String text : new String[] {long1, many, large}) {
            assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(() -> parse(text));
        }
    }

    @Test
    void notUtf8IsRefused() {
        byte[] bytes = bytes("SIP/2.0 200 OK\n" + HEAD + "\n");
        bytes[12] = (byte) 0xff;

        assertThatExceptionOfType(SipSyntaxException.class).isThrownBy(() -> SipParser.parse(bytes));
    }

    @Test
    void damagedMessagesAreReadOrRefusedAndNothingElse() {
        byte[] whole = bytes("SIP/2.0 200 OK\n" + HEAD + "Contact: <sip:b@192.0.2.4>;expires=3\n\nv=0");
        Random random = new Random(4475);
        for (int round = 0; round < 20_000; round++) {
            byte[] bytes = Arrays.copyOf(whole, 1 + random.nextInt(whole.length));
            for (int i = random.nextInt(4); i > 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            try {
                SipMessage message = SipParser.parse(bytes);
                message.branch();
                message.sequence();
                SipAddress.uri(message.headers().get("Contact"));
                message.headers().list("Via");
                SipParser.parse(
                        message instanceof SipRequest r ? r.answer(200, "OK").bytes() : bytes);
            } catch (SipSyntaxException refused) {
                assertThat(refused).hasMessageMatching(".+");
            }
        }
    }

    @Test
    void anAnswerCarriesWhatTheRequestWantsToSeeAgain() {
        SipRequest request = (SipRequest) parse("""
                BYE sip:us@192.0.2.9 SIP/2.0
                Via: SIP/2.0/UDP one;branch=1
                Via: SIP/2.0/UDP two;branch=2
                From: <sip:b@example.com>;tag=2
                To: <sip:a@example.com>;tag=1
                Call-ID: call-1
                CSeq: 3 BYE

                """);

        assertThat(request.answer(200, "OK").headers().all())
                .extracting(SipHeaders.Header::value)
                .containsExactly(
                        "SIP/2.0/UDP one;branch=1",
                        "SIP/2.0/UDP two;branch=2",
                        "<sip:b@example.com>;tag=2",
                        "<sip:a@example.com>;tag=1",
                        "call-1",
                        "3 BYE");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sip:a b@host", "tel:+861", "sip:a\r\nX: y@host", "", "sip:\u00e9@host"})
    void aContactThatCouldBreakOurRequestIsNotUsed(String uri) {
        assertThat(SipAddress.isUsable(uri)).isFalse();
    }

    private static SipMessage parse(String text) {
        return SipParser.parse(bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
