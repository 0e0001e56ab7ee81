package org.qiao.noticesim;

import jakarta.annotation.PostConstruct;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.Returns;
import org.qiao.noticesim.SimulatedCallStore.End;
import org.qiao.noticesim.SimulatedCallStore.SimulatedCall;
import org.qiao.noticesim.SimulatedCallStore.State;
import org.springframework.stereotype.Component;

/** Makes the simulated phones ring, and waits until somebody does something about it. */
@Component
class SimulatedCalls implements Carrier {

    static final Duration RING = Duration.ofSeconds(30);
    static final Duration TALK = Duration.ofMinutes(1);

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final long LOOK_MILLIS = 250;
    private static final long MINUTE_MILLIS = 60_000;

    private final SimulatedPhoneStore phones;
    private final SimulatedCallStore calls;
    private final Returns returns;
    private final Clock clock;

    /** The calls that somebody waits for, as many as the dispatcher makes at the same time. */
    private final Map<Long, Semaphore> waiting = new ConcurrentHashMap<>();

    SimulatedCalls(SimulatedPhoneStore phones, SimulatedCallStore calls, Returns returns, Clock clock) {
        this.phones = phones;
        this.calls = calls;
        this.returns = returns;
        this.clock = clock;
    }

    /** Before the first call of this start. */
    @PostConstruct
    void cutOldCalls() {
        calls.cutAll(clock.instant());
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.SIMULATED_VOICE;
    }

    @Override
    public String check(String settings) {
        return Network.of(settings).settings();
    }

    @Override
    public Duration patience() {
        return PATIENCE;
    }

    @Override
    public Outcome carry(String settings, Parcel parcel) {
        return switch (Network.of(settings)) {
            case DOWN -> new Outcome.Later(FailReason.NO_ROUTE, null);
            case REFUSING -> new Outcome.Failed(FailReason.REFUSED, 0);
            case WORKING -> call(parcel);
        };
    }

    private Outcome call(Parcel parcel) {
        SimulatedPhoneStore.Phone phone = phones.touch(parcel.orgId(), parcel.address(), clock.instant());
        if (!phone.on()) {
            return new Outcome.Failed(FailReason.NO_ROUTE, 0);
        }
        String speech =
                Objects.requireNonNullElse(parcel.text().speech(), parcel.text().text());
        Optional<Long> id = calls.ring(parcel.orgId(), phone.id(), parcel.id(), speech, clock.instant());
        if (id.isEmpty()) {
            return new Outcome.Failed(FailReason.BUSY, 0);
        }
        Semaphore news = new Semaphore(0);
        waiting.put(id.get(), news);
        try {
            returns.rang(parcel.orgId(), parcel.id());
            return outcome(untilOver(parcel.orgId(), id.get(), news));
        } finally {
            waiting.remove(id.get());
        }
    }

    private SimulatedCall untilOver(long orgId, long id, Semaphore news) {
        SimulatedCall call = calls.find(orgId, id).orElseThrow();
        while (call.endedAt() == null) {
            boolean told = await(news);
            Instant now = clock.instant();
            Instant answeredAt = call.answeredAt();
            if (answeredAt == null && !now.isBefore(call.startedAt().plus(RING))) {
                calls.end(orgId, id, new End(State.RINGING, State.NO_ANSWER, null), now);
                told = true;
            } else if (answeredAt != null && !now.isBefore(answeredAt.plus(TALK))) {
                calls.end(orgId, id, new End(State.ANSWERED, State.ENDED, null), now);
                told = true;
            }
            if (told) {
                call = calls.find(orgId, id).orElseThrow();
            }
        }
        return call;
    }

    private static boolean await(Semaphore news) {
        try {
            return news.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The server ends during a call", e);
        }
    }

    private static Outcome outcome(SimulatedCall call) {
        return switch (call.state()) {
            case REJECTED -> new Outcome.Failed(FailReason.BUSY, 0);
            case NO_ANSWER, CUT, RINGING, ANSWERED -> new Outcome.Failed(FailReason.NO_ANSWER, 0);
            case ENDED -> {
                String key = call.pressed();
                yield key == null ? new Outcome.Delivered(minutes(call)) : new Outcome.Answered(key, minutes(call));
            }
        };
    }

    /** Started minutes. */
    private static int minutes(SimulatedCall call) {
        Instant from = Objects.requireNonNullElse(call.answeredAt(), call.startedAt());
        Instant to = Objects.requireNonNullElse(call.endedAt(), from);
        return (int) Math.max(1, Math.ceilDiv(Duration.between(from, to).toMillis(), MINUTE_MILLIS));
    }

    /** Something has happened to this call; to be called when it can be seen. */
    void told(long callId) {
        Semaphore news = waiting.get(callId);
        if (news != null) {
            news.release();
        }
    }
}
