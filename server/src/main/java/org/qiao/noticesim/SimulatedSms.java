package org.qiao.noticesim;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Carrier;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.SmsText;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts texts on the simulated phones. */
@Component
class SimulatedSms implements Carrier {

    private static final Duration DELAY = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final SimulatedPhoneStore phones;
    private final SimulatedTextStore texts;
    private final Clock clock;

    SimulatedSms(SimulatedPhoneStore phones, SimulatedTextStore texts, Clock clock) {
        this.phones = phones;
        this.texts = texts;
        this.clock = clock;
    }

    @Override
    public CarrierKind kind() {
        return CarrierKind.SIMULATED_SMS;
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
    @Transactional
    public Outcome carry(String settings, Parcel parcel) {
        return switch (Network.of(settings)) {
            case DOWN -> new Outcome.Later(FailReason.NO_ROUTE, null);
            case REFUSING -> new Outcome.Failed(FailReason.REFUSED, 0);
            case WORKING -> deliver(parcel);
        };
    }

    private Outcome deliver(Parcel parcel) {
        Instant now = clock.instant();
        SimulatedPhoneStore.Phone phone = phones.touch(parcel.orgId(), parcel.address(), now);
        if (!phone.on()) {
            return new Outcome.Failed(FailReason.NO_ROUTE, 0);
        }
        String text = parcel.text().link() == null
                ? parcel.text().text()
                : parcel.text().text() + " " + parcel.text().link();
        Optional<Long> known =
                parcel.attempt() == 1 ? Optional.empty() : texts.repeat(parcel.orgId(), parcel.id(), now);
        long id = known.orElseGet(() -> {
            Instant receiptAt = receiptAt(phone.delivery(), now);
            return texts.insert(
                    parcel.orgId(), phone.id(), new SimulatedTextStore.Fresh(parcel.id(), text, receiptAt), now);
        });
        return new Outcome.Sent(Long.toString(id), SmsText.count(text));
    }

    private static @Nullable Instant receiptAt(Delivery delivery, Instant now) {
        return switch (delivery) {
            case AT_ONCE, TWICE, UNDELIVERABLE -> now;
            case DELAYED -> now.plus(DELAY);
            case NEVER -> null;
        };
    }
}
