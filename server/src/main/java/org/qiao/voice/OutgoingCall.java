package org.qiao.voice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.voice.CallResult.NotReached;
import org.qiao.voice.CallResult.Obstacle;
import org.qiao.voice.CallResult.TryLater;
import org.qiao.voice.CallResult.Why;

/**
 * The signalling of one call as a state machine: messages and the time go in, messages come out. Knows no socket, thread or clock;
 * times are nanoseconds since the call began.
 */
final class OutgoingCall {

    /** How far the call is. */
    enum State {
        /** Sent, nothing heard. */
        CALLING,
        /** The network works on it, the telephone may ring. */
        PROCEEDING,
        /** Nobody answers: withdrawn, the last word is awaited. */
        GIVING_UP,
        TALKING,
        HANGING_UP,
        OVER
    }

    private static final int TRIES = 3; // without credentials, with them, and once more with a nonce that is not stale
    private static final int FIRST_RINGING = 180;
    private static final int ACKS = 24; // twice as many as the timers of an honest peer ask for

    private final CallRequests requests;
    private final byte[] offer;
    private final SipTimers timers;
    private final Trunk trunk;

    private final Map<String, SipRequest> invites = new LinkedHashMap<>();
    private final List<SipRequest> outgoing = new ArrayList<>();
    private State state = State.CALLING;
    private int acks;
    private long ringEnd;
    private boolean rang;
    private long answeredAt;
    private long endedAt;
    private @Nullable Retransmission pending; // the INVITE, later the CANCEL, later the BYE
    private @Nullable SipRequest invite; // the last one
    private @Nullable DigestAnswer credentials;
    private @Nullable Dialog dialog;
    private @Nullable SipRequest ack;
    private @Nullable SipResponse answer;
    private @Nullable CallResult failure;

    OutgoingCall(CallRequests requests, Trunk trunk, byte[] offer, SipTimers timers) {
        this.requests = requests;
        this.trunk = trunk;
        this.offer = offer;
        this.timers = timers;
    }

    void start(long now) {
        ringEnd = now + trunk.ring().toNanos();
        invite(now);
    }

    State state() {
        return state;
    }

    boolean rang() {
        return rang;
    }

    /** The 2xx, once there is one. */
    Optional<SipResponse> answer() {
        return Optional.ofNullable(answer);
    }

    /** What is to be sent now, in this order. */
    List<SipRequest> takeOutgoing() {
        List<SipRequest> taken = List.copyOf(outgoing);
        outgoing.clear();
        return taken;
    }

    /** When {@link #tick} is due if nothing else happens. */
    long deadline() {
        long next = pending == null ? Long.MAX_VALUE : pending.deadline();
        return state == State.PROCEEDING ? Math.min(next, ringEnd) : next;
    }

    /** Meaningful when the call is over. */
    CallResult result(boolean confirmed) {
        return failure != null ? failure : new CallResult.Answered(confirmed, startedMinutes());
    }

    private int startedMinutes() {
        return (int) (Duration.ofNanos(endedAt - answeredAt).toSeconds() / 60) + 1;
    }

    void tick(long now) {
        if (pending != null && pending.isOver(now)) {
            nobodyAnswered(now);
        } else if (pending != null && pending.isDue(now)) {
            outgoing.add(pending.request());
        }
        if (state == State.PROCEEDING && now >= ringEnd) {
            SipRequest cancel = requests.cancel(sentInvite());
            state = State.GIVING_UP;
            send(cancel, now, timers.transaction());
        }
    }

    private void nobodyAnswered(long now) {
        switch (state) {
            case CALLING -> fail(new TryLater(Obstacle.NETWORK, null), now);
            case GIVING_UP -> fail(FailedCall.unanswered(rang), now);
            case PROCEEDING, TALKING, HANGING_UP, OVER -> over(now);
        }
    }

    /** A response; what belongs to no request of ours is ignored. */
    void receive(SipResponse response, long now) {
        if (response.headers().list("Via").size() != 1) {
            return;
        }
        switch (response.sequenceMethod()) {
            case "INVITE" -> {
                SipRequest asked = invites.get(response.branch());
                if (asked != null) {
                    invited(response, asked, now);
                }
            }
            case "CANCEL" -> {
                if (state == State.GIVING_UP && !response.isProvisional()) {
                    pendingRequest(response).ifPresent(cancel -> pending = silence(cancel, now));
                }
            }
            case "BYE" -> {
                if (state == State.HANGING_UP && !response.isProvisional()) {
                    pendingRequest(response).ifPresent(bye -> saidBye(response, bye, now));
                }
            }
            default -> {}
        }
    }

    private Optional<Retransmission> pendingRequest(SipResponse response) {
        return Optional.ofNullable(pending)
                .filter(one -> one.request().branch().equals(response.branch()))
                .filter(one -> one.request().method().equals(response.sequenceMethod()));
    }

    /** The CANCEL is known there; from now on only the INVITE's last word is awaited, and not for ever. */
    private Retransmission silence(Retransmission cancel, long now) {
        return new Retransmission(cancel.request(), timers.reliable(true), now, timers.transaction());
    }

    private void invited(SipResponse response, SipRequest asked, long now) {
        if (response.isProvisional()) {
            proceed(response, asked, now);
        } else if (response.isSuccess()) {
            answered(response, asked, now);
        } else {
            outgoing.add(requests.ackOfFailure(asked, response));
            if (asked == invite && (isInviting() || state == State.GIVING_UP)) {
                refused(response, now);
            }
        }
    }

    private boolean isInviting() {
        return state == State.CALLING || state == State.PROCEEDING;
    }

    private void proceed(SipResponse response, SipRequest asked, long now) {
        if (!isInviting() || asked != invite) {
            return;
        }
        state = State.PROCEEDING;
        Objects.requireNonNull(pending).heard();
        if (response.status() >= FIRST_RINGING && !rang) {
            rang = true;
            ringEnd = now + trunk.ring().toNanos();
        }
    }

    /** Also when it crosses our CANCEL: a telephone picked up in the last moment counts. */
    private void answered(SipResponse response, SipRequest asked, long now) {
        Dialog agreed = Dialog.of(response);
        if (dialog == null && state != State.OVER) {
            dialog = agreed;
            ack = requests.ackOfSuccess(asked, agreed);
            answer = response;
            answeredAt = now;
            state = State.TALKING;
            pending = null;
            rang = true;
            outgoing.add(ack);
        } else if (dialog != null && ack != null && dialog.tag().equals(agreed.tag())) {
            repeatAck(ack);
        } else { // a second telephone of the same number, or one that comes too late
            outgoing.add(requests.ackOfSuccess(asked, agreed));
            outgoing.add(requests.bye(agreed, null, 1));
        }
    }

    /** Some peers take a repeated ACK for a reason to repeat their answer; one side has to stop. */
    private void repeatAck(SipRequest again) {
        if (acks < ACKS) {
            acks++;
            outgoing.add(again);
        }
    }

    private void refused(SipResponse response, long now) {
        boolean triesAgain = isInviting() && response.isChallenge() && takeChallenge(response);
        if (triesAgain) {
            state = State.CALLING;
            invite(now);
        } else {
            fail(FailedCall.of(response, rang), now);
        }
    }

    /** Whether trying again with the password makes sense: a password that was refused once stays wrong. */
    private boolean takeChallenge(SipResponse response) {
        Optional<DigestChallenge> challenge = DigestChallenge.of(response);
        boolean again = challenge.isPresent()
                && !trunk.username().isEmpty()
                && invites.size() < TRIES
                && (credentials == null || challenge.get().stale());
        if (again) {
            credentials = prove(challenge.get());
        }
        return again;
    }

    private DigestAnswer prove(DigestChallenge challenge) {
        return new DigestAnswer(challenge, trunk.username(), trunk.password(), CallRequests.token());
    }

    private void invite(long now) {
        SipRequest request = requests.invite(offer, credentials);
        invite = request;
        invites.put(request.branch(), request);
        send(request, now, timers.transaction());
    }

    /** A request of the other side; its ACKs are no questions and stay unanswered. */
    SipResponse answer(SipRequest request, long now) {
        if (request.method().equals("OPTIONS")) {
            return request.answer(200, "OK");
        }
        boolean ours = dialog != null
                && SipAddress.parameter(request.headers().get("To"), "tag").equals(requests.tag())
                && SipAddress.parameter(request.headers().get("From"), "tag").equals(dialog.tag());
        if (!ours) {
            return request.answer(481, "Call/Transaction Does Not Exist");
        }
        return switch (request.method()) {
            case "BYE" -> {
                over(now);
                yield request.answer(200, "OK");
            }
            case "INFO" -> request.answer(200, "OK");
            case "INVITE", "UPDATE" -> request.answer(488, "Not Acceptable Here"); // the session stays as it is
            default -> request.answer(501, "Not Implemented");
        };
    }

    /** Ends a call that talks. */
    void hangUp(long now) {
        if (state == State.TALKING) {
            state = State.HANGING_UP;
            endedAt = now;
            send(requests.bye(agreed(), credentials, 2), now, timers.farewell());
        }
    }

    /** The answer cannot be talked with: there is no audio that both sides know. */
    void refuseAnswer(long now) {
        hangUp(now);
        failure = new NotReached(Why.REFUSED);
    }

    /** Says what politeness asks for, once, and is over. */
    void abandon(long now) {
        if (state == State.PROCEEDING) {
            outgoing.add(requests.cancel(sentInvite()));
        } else if (state == State.TALKING) {
            outgoing.add(requests.bye(agreed(), credentials, 2));
        }
        if (failure == null && !isTalkingOrAfter()) {
            failure = rang ? FailedCall.unanswered(true) : new TryLater(Obstacle.NETWORK, null);
        }
        over(now);
    }

    private boolean isTalkingOrAfter() {
        return dialog != null;
    }

    private void saidBye(SipResponse response, Retransmission bye, long now) {
        boolean first = !bye.request().headers().first("Authorization").isPresent()
                && !bye.request().headers().first("Proxy-Authorization").isPresent();
        Optional<DigestChallenge> challenge =
                response.isChallenge() && first ? DigestChallenge.of(response) : Optional.empty();
        if (challenge.isPresent() && !trunk.username().isEmpty()) {
            send(requests.bye(agreed(), prove(challenge.get()), 1), now, timers.farewell());
        } else {
            over(now);
        }
    }

    private void send(SipRequest request, long now, long patience) {
        pending = new Retransmission(request, timers, now, patience);
        outgoing.add(request);
    }

    private void fail(CallResult result, long now) {
        failure = result;
        over(now);
    }

    private void over(long now) {
        if (state == State.TALKING) {
            endedAt = now;
        }
        state = State.OVER;
        pending = null;
    }

    private SipRequest sentInvite() {
        return Objects.requireNonNull(invite, "started");
    }

    private Dialog agreed() {
        return Objects.requireNonNull(dialog, "answered");
    }
}
