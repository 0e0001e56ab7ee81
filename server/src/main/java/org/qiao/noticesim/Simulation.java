package org.qiao.noticesim;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.Carriers;
import org.qiao.notice.Returns;
import org.qiao.notice.Telephone;
import org.qiao.noticesim.SimulatedCallStore.End;
import org.qiao.noticesim.SimulatedCallStore.State;
import org.qiao.noticesim.SimulatedPhoneStore.Phone;
import org.qiao.platform.Actor;
import org.qiao.platform.AfterCommit;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The simulated network in the hands of an administrator: on and off, and what the phones do. */
@Service
class Simulation {

    private final Carriers carriers;
    private final Returns returns;
    private final SimulatedPhoneStore phones;
    private final SimulatedTextStore texts;
    private final SimulatedCallStore calls;
    private final SimulatedCalls ringing;
    private final Clock clock;

    Simulation(
            Carriers carriers,
            Returns returns,
            SimulatedPhoneStore phones,
            SimulatedTextStore texts,
            SimulatedCallStore calls,
            SimulatedCalls ringing,
            Clock clock) {
        this.carriers = carriers;
        this.returns = returns;
        this.phones = phones;
        this.texts = texts;
        this.calls = calls;
        this.ringing = ringing;
        this.clock = clock;
    }

    SimulationView get(Actor actor) {
        Carriers.requireAdmin(actor);
        return new SimulationView(
                place(actor, CarrierKind.SIMULATED_SMS),
                place(actor, CarrierKind.SIMULATED_VOICE),
                carriers.settings(actor.orgId(), CarrierKind.SIMULATED_SMS)
                        .or(() -> carriers.settings(actor.orgId(), CarrierKind.SIMULATED_VOICE))
                        .map(Network::of)
                        .orElse(Network.WORKING));
    }

    private SimulationView.Place place(Actor actor, CarrierKind kind) {
        return carriers.kind(actor.orgId(), kind.channel())
                .map(now -> now == kind ? SimulationView.Place.SIMULATED : SimulationView.Place.REAL)
                .orElse(SimulationView.Place.NONE);
    }

    /** SMS and voice together; whatever is really connected stays as it is. */
    @Transactional
    SimulationView set(Actor actor, SimulationView.SimulationRequest input) {
        Carriers.requireAdmin(actor);
        if (input.on()) {
            String settings = (input.network() == null ? Network.WORKING : input.network()).settings();
            boolean sms = carriers.simulate(actor, CarrierKind.SIMULATED_SMS, settings);
            boolean voice = carriers.simulate(actor, CarrierKind.SIMULATED_VOICE, settings);
            if (!sms && !voice) {
                throw NoticesimProblem.REAL_CARRIERS.problem();
            }
        } else {
            carriers.endSimulation(actor, CarrierKind.SIMULATED_SMS);
            carriers.endSimulation(actor, CarrierKind.SIMULATED_VOICE);
        }
        return get(actor);
    }

    Page<SimulatedTextStore.SimulatedText> texts(
            Actor actor, String number, @Nullable String after, @Nullable Integer limit) {
        Phone phone = phone(actor, number);
        int size = Limits.page(limit);
        return Page.cut(
                texts.list(actor.orgId(), phone.id(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                text -> Long.toString(text.id()));
    }

    Page<SimulatedCallStore.SimulatedCall> calls(
            Actor actor, String number, @Nullable String after, @Nullable Integer limit) {
        Phone phone = phone(actor, number);
        int size = Limits.page(limit);
        return Page.cut(
                calls.list(actor.orgId(), phone.id(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                call -> Long.toString(call.id()));
    }

    /** The phone writes back, whether or not anything was asked. */
    @Transactional
    SimulationView.SimulatedReply reply(Actor actor, String number, String text) {
        Phone phone = phone(actor, number);
        Instant now = clock.instant();
        texts.insert(actor.orgId(), phone.id(), new SimulatedTextStore.Fresh(null, text, null), now);
        phones.touch(actor.orgId(), phone.number(), now);
        return new SimulationView.SimulatedReply(returns.replied(actor.orgId(), phone.number(), text));
    }

    /** What the person at the phone does about a call. */
    @Transactional
    SimulatedCallStore.SimulatedCall act(Actor actor, long callId, SimulationView.CallRequest input) {
        Carriers.requireAdmin(actor);
        if (calls.find(actor.orgId(), callId).isEmpty()) {
            throw NoticesimProblem.NOT_FOUND.problem();
        }
        Instant now = clock.instant();
        boolean done =
                switch (input.action()) {
                    case ANSWER -> calls.answer(actor.orgId(), callId, now);
                    case REJECT -> calls.end(actor.orgId(), callId, new End(State.RINGING, State.REJECTED, null), now);
                    case HANG_UP -> calls.end(actor.orgId(), callId, new End(State.ANSWERED, State.ENDED, null), now);
                    case PRESS ->
                        calls.end(actor.orgId(), callId, new End(State.ANSWERED, State.ENDED, input.key()), now);
                };
        if (!done) {
            throw NoticesimProblem.CALL_OVER.problem();
        }
        AfterCommit.run(() -> ringing.told(callId));
        return calls.find(actor.orgId(), callId).orElseThrow(NoticesimProblem.NOT_FOUND::problem);
    }

    private Phone phone(Actor actor, String number) {
        Carriers.requireAdmin(actor);
        return phones.find(actor.orgId(), number(number)).orElseThrow(NoticesimProblem.NOT_FOUND::problem);
    }

    /** In an address the plus is often left out. */
    static String number(String raw) {
        Optional<String> number = Telephone.normal(raw).or(() -> Telephone.normal("+" + raw));
        return number.orElseThrow(NoticesimProblem.BAD_NUMBER::problem);
    }
}
