package org.qiao.voice;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qiao.voice.CallResult.Answered;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;
import org.qiao.voice.OutgoingCall.State;

/** The signalling without a network: what a peer seldom does, and when. */
class OutgoingCallTest {

    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long MILLI = Duration.ofMillis(1).toNanos();

    private final Trunk trunk = new Trunk(
            new Trunk.Endpoint("192.0.2.10", 5060),
            Trunk.Transport.UDP,
            "example.com",
            "qiao",
            "secret",
            "02155550100",
            new Trunk.Endpoint("192.0.2.11", 5070),
            null,
            new Trunk.Ports(20_000, 20_100),
            2,
            Duration.ofSeconds(10));
    private final CallRequests requests = new CallRequests(
            trunk, "+8613800138000", new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000));
    private final OutgoingCall call = new OutgoingCall(requests, trunk, SipRequest.NO_BODY, CallPace.STANDARD.timers());

    @Test
    void theInvitationNamesBothAndTheWayBack() {
        SipRequest invite = start();

        assertThat(invite.uri()).isEqualTo("sip:+8613800138000@example.com");
        assertThat(invite.headers().get("To")).isEqualTo("<sip:+8613800138000@example.com>");
        assertThat(invite.headers().get("From")).startsWith("<sip:02155550100@example.com>;tag=");
        assertThat(invite.headers().get("Via"))
                .startsWith("SIP/2.0/UDP 192.0.2.1:40000;branch=z9hG4bK")
                .endsWith(";rport");
        assertThat(invite.headers().get("Contact")).isEqualTo("<sip:02155550100@192.0.2.1:40000>");
        assertThat(invite.headers().get("Route")).isEqualTo("<sip:192.0.2.11:5070;lr>");
        assertThat(SipParser.parse(invite.bytes()).startLine()).isEqualTo(invite.startLine());
    }

    @Test
    void silenceIsAskedSevenTimesInGrowingPausesAndGivenUp() {
        SipRequest invite = start();
        List<Long> sent = new ArrayList<>();
        long now = 0;
        while (call.state() != State.OVER) {
            now = call.deadline();
            call.tick(now);
            for (SipRequest again : call.takeOutgoing()) {
                assertThat(again).isSameAs(invite);
                sent.add(now / MILLI);
            }
        }

        assertThat(sent).containsExactly(500L, 1_500L, 3_500L, 7_500L, 15_500L, 31_500L);
        assertThat(now).isEqualTo(32 * SECOND);
        assertThat(call.result(false)).isEqualTo(new TryLater(Obstacle.NETWORK, null));
    }

    @Test
    void onceHeardTheInvitationIsNotRepeatedAndRingingStartsTheWait() {
        SipRequest invite = start();
        call.receive(response(invite, 100, ""), SECOND / 4);
        assertThat(call.rang()).isFalse();
        assertThat(call.deadline()).isEqualTo(10 * SECOND);

        call.receive(response(invite, 180, "b"), 4 * SECOND);
        call.receive(response(invite, 180, "b"), 5 * SECOND);

        assertThat(call.rang()).isTrue();
        assertThat(call.deadline()).isEqualTo(14 * SECOND);
    }

    @Test
    void aTelephoneThatOnlyRingsIsGivenUp() {
        SipRequest invite = start();
        call.receive(response(invite, 180, "b"), 0);
        call.tick(10 * SECOND);

        SipRequest cancel = only();
        assertThat(cancel.startLine()).isEqualTo("CANCEL sip:+8613800138000@example.com SIP/2.0");
        assertThat(cancel.branch()).isEqualTo(invite.branch());
        call.receive(response(cancel, 200, "b"), 10 * SECOND + MILLI);
        call.receive(response(invite, 487, "b"), 10 * SECOND + 2 * MILLI);

        assertThat(only().method()).isEqualTo("ACK");
        assertThat(call.state()).isEqualTo(State.OVER);
        assertThat(call.result(false)).isEqualTo(new NotReached(Why.NO_ANSWER));
    }

    @Test
    void withoutRingingNobodyWasReached() {
        SipRequest invite = start();
        call.receive(response(invite, 100, ""), 0);
        call.tick(10 * SECOND);
        call.receive(response(invite, 487, "b"), 11 * SECOND);

        assertThat(call.result(false)).isEqualTo(new NotReached(Why.NO_ROUTE));
    }

    @Test
    void aCancelThatNobodyAnswersIsRepeatedAndEnds() {
        SipRequest invite = start();
        call.receive(response(invite, 180, "b"), 0);
        call.tick(10 * SECOND);
        call.takeOutgoing();
        int again = 0;
        while (call.state() != State.OVER) {
            call.tick(call.deadline());
            again += call.takeOutgoing().size();
        }

        assertThat(again).isBetween(8, 12);
        assertThat(call.result(false)).isEqualTo(new NotReached(Why.NO_ANSWER));
    }

    @Test
    void aTelephonePickedUpInTheLastMomentCounts() {
        SipRequest invite = start();
        call.receive(response(invite, 180, "b"), 0);
        call.tick(10 * SECOND);
        call.takeOutgoing();

        call.receive(response(invite, 200, "b"), 10 * SECOND + MILLI);

        assertThat(call.state()).isEqualTo(State.TALKING);
        assertThat(only().method()).isEqualTo("ACK");
    }

    @Test
    void aSecondTelephoneOfTheSameNumberIsLetGo() {
        SipRequest invite = answered();

        call.receive(response(invite, 200, "other"), SECOND);

        List<SipRequest> sent = call.takeOutgoing();
        assertThat(sent).extracting(SipRequest::method).containsExactly("ACK", "BYE");
        assertThat(sent).allMatch(request -> request.headers().get("To").endsWith(";tag=other"));
        assertThat(call.state()).isEqualTo(State.TALKING);
    }

    @Test
    void aRepeatedAnswerIsAcknowledgedWithTheSameWords() {
        SipRequest invite = start();
        call.receive(response(invite, 200, "b"), 0);
        SipRequest first = only();
        call.receive(response(invite, 200, "b"), SECOND);

        assertThat(only()).isSameAs(first);
    }

    @Test
    void furtherRequestsTakeTheRecordedRoadBackwards() {
        SipRequest invite = start();
        SipHeaders headers = response(invite, 200, "b")
                .headers()
                .with("Record-Route", "<sip:one;lr>, <sip:two;lr>")
                .with("Contact", "<sip:b@198.51.100.9:5090>");
        call.receive(new SipResponse(200, "OK", headers, SipRequest.NO_BODY), 0);

        SipRequest ack = only();
        assertThat(ack.uri()).isEqualTo("sip:b@198.51.100.9:5090");
        assertThat(ack.headers().lines("Route")).containsExactly("<sip:two;lr>", "<sip:one;lr>");
        assertThat(ack.headers().get("CSeq")).isEqualTo("1 ACK");
        assertThat(ack.branch()).isNotEqualTo(invite.branch());
    }

    @Test
    void aDeadPeerDoesNotHoldBackWhatTheCallHasBrought() {
        answered();
        call.hangUp(61 * SECOND);
        while (call.state() != State.OVER) {
            call.tick(call.deadline());
            assertThat(call.takeOutgoing()).allMatch(request -> request.method().equals("BYE"));
        }

        assertThat(call.result(true)).isEqualTo(new Answered(true, 2));
    }

    @Test
    void aStalePasswordProofIsMadeAgainAndAWrongPasswordIsNot() {
        SipRequest first = start();
        call.receive(challenge(first, "one", false), 0);
        SipRequest second = call.takeOutgoing().getLast();
        assertThat(second.headers().get("Authorization")).contains("nonce=\"one\"", "nc=00000001");
        assertThat(second.sequence()).isEqualTo(2);

        call.receive(challenge(first, "one", false), 1); // our ACK was lost
        assertThat(only().method()).isEqualTo("ACK");

        call.receive(challenge(second, "two", true), 2);
        SipRequest third = call.takeOutgoing().getLast();
        assertThat(third.headers().get("Authorization")).contains("nonce=\"two\"");

        call.receive(challenge(third, "three", true), 3);
        assertThat(call.result(false)).isEqualTo(new NotReached(Why.REFUSED));
    }

    @Test
    void aFarewellIsProvenWhenAsked() {
        answered();
        call.hangUp(SECOND);
        SipRequest bye = only();
        call.receive(challenge(bye, "n", false), SECOND);
        SipRequest again = only();
        assertThat(again.headers().get("Authorization")).contains("nonce=\"n\"");
        call.receive(response(again, 200, "b"), SECOND);

        assertThat(call.state()).isEqualTo(State.OVER);
    }

    @Test
    void strangersCannotEndTheCall() {
        SipRequest invite = answered();
        SipRequest bye = new SipRequest(
                "BYE",
                "sip:us",
                SipHeaders.of(
                        new SipHeaders.Header("Via", "SIP/2.0/UDP x;branch=1"),
                        new SipHeaders.Header("From", "<sip:b@x>;tag=wrong"),
                        new SipHeaders.Header("To", invite.headers().get("From")),
                        new SipHeaders.Header("Call-ID", invite.callId()),
                        new SipHeaders.Header("CSeq", "1 BYE")),
                SipRequest.NO_BODY);

        assertThat(call.answer(bye, SECOND).status()).isEqualTo(481);
        assertThat(call.state()).isEqualTo(State.TALKING);

        call.receive(
                new SipResponse(
                        486,
                        "Busy",
                        response(invite, 486, "b").headers().with("Via", "SIP/2.0/UDP two"),
                        SipRequest.NO_BODY),
                SECOND);
        assertThat(call.state()).as("more than one Via").isEqualTo(State.TALKING);
    }

    @Test
    void everyRefusalIsToldApart() {
        assertThat(after(486)).isEqualTo(new NotReached(Why.BUSY));
        assertThat(after(600)).isEqualTo(new NotReached(Why.BUSY));
        assertThat(after(603)).isEqualTo(new NotReached(Why.BUSY));
        assertThat(after(404)).isEqualTo(new NotReached(Why.INVALID_NUMBER));
        assertThat(after(484)).isEqualTo(new NotReached(Why.INVALID_NUMBER));
        assertThat(after(604)).isEqualTo(new NotReached(Why.INVALID_NUMBER));
        assertThat(after(408)).isEqualTo(new NotReached(Why.NO_ROUTE));
        assertThat(after(480)).isEqualTo(new NotReached(Why.NO_ROUTE));
        assertThat(after(302)).as("not followed").isEqualTo(new NotReached(Why.REFUSED));
        assertThat(after(403)).isEqualTo(new NotReached(Why.REFUSED));
        assertThat(after(401)).as("nothing that could be answered").isEqualTo(new NotReached(Why.REFUSED));
        assertThat(after(488)).isEqualTo(new NotReached(Why.REFUSED));
        assertThat(after(500)).isEqualTo(new TryLater(Obstacle.NETWORK, null));
        assertThat(after(503)).isEqualTo(new TryLater(Obstacle.NETWORK, null));
    }

    @Test
    void aServerInTroubleAfterRingingIsNotRungAgain() {
        SipRequest invite = start();
        call.receive(response(invite, 180, "b"), 0);
        call.receive(response(invite, 503, "b"), SECOND);

        assertThat(call.result(false)).isEqualTo(new NotReached(Why.NO_ANSWER));
    }

    private CallResult after(int status) {
        CallRequests fresh =
                new CallRequests(trunk, "10086", new InetSocketAddress(InetAddress.ofLiteral("192.0.2.1"), 40_000));
        OutgoingCall one = new OutgoingCall(fresh, trunk, SipRequest.NO_BODY, CallPace.STANDARD.timers());
        one.start(0);
        one.receive(response(one.takeOutgoing().getFirst(), status, "b"), 1);
        assertThat(one.takeOutgoing()).extracting(SipRequest::method).containsExactly("ACK");
        return one.result(false);
    }

    private SipRequest start() {
        call.start(0);
        return only();
    }

    private SipRequest answered() {
        SipRequest invite = start();
        call.receive(response(invite, 200, "b"), 0);
        call.takeOutgoing();
        return invite;
    }

    private SipRequest only() {
        List<SipRequest> sent = call.takeOutgoing();
        assertThat(sent).hasSize(1);
        return sent.getFirst();
    }

    private static SipResponse challenge(SipRequest request, String nonce, boolean stale) {
        SipResponse plain = response(request, 401, "b");
        String value = "Digest realm=\"r\", nonce=\"" + nonce + "\", qop=\"auth\", stale=" + stale;
        return new SipResponse(401, "Unauthorized", plain.headers().with("WWW-Authenticate", value), plain.body());
    }

    private static SipResponse response(SipRequest request, int status, String tag) {
        SipHeaders headers = SipHeaders.of(
                new SipHeaders.Header("Via", request.headers().get("Via")),
                new SipHeaders.Header("From", request.headers().get("From")),
                new SipHeaders.Header("To", "<sip:b@example.com>" + (tag.isEmpty() ? "" : ";tag=" + tag)),
                new SipHeaders.Header("Call-ID", request.callId()),
                new SipHeaders.Header("CSeq", request.headers().get("CSeq")));
        return new SipResponse(status, "x", headers, SipRequest.NO_BODY);
    }
}
