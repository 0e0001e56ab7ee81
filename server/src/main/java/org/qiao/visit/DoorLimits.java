package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.PerMinute;
import org.qiao.platform.Problem;
import org.qiao.platform.SecureTokens;
import org.qiao.visit.VisitRequests.WorkAnswer;
import org.springframework.stereotype.Component;

/** Keeps floods out: how often one network address may look and come, and what its browser has to do for it. */
@Component
class DoorLimits {

    private static final int ADDRESSES_MAX = 100_000;

    private final DoorStore store;
    private final VisitSeal seal;
    private final VisitSettings settings;
    private final Clock clock;
    private final Work work;
    private final PerMinute looks = new PerMinute(ADDRESSES_MAX);

    DoorLimits(DoorStore store, VisitSeal seal, VisitSettings settings, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.settings = settings;
        this.clock = clock;
        this.work = new Work(seal);
    }

    /** One look at a code's page. */
    void look(String address) {
        if (!looks.take(address, settings.looksPerMinute())) {
            throw VisitProblem.TOO_MANY_LOOKS.problem(Problem.RETRY_AFTER, 10);
        }
    }

    /**
     * Before a new chat is made: refuses, or asks for work.
     *
     * @return so many of the day there may be with this one: others of the address may be made at the same moment
     */
    int requireWork(String address, String code, @Nullable WorkAnswer answer) {
        Instant now = clock.instant();
        int openings = store.openings(hash(address), now);
        if (openings >= settings.opensPerAddress()) {
            throw tooMany(now);
        }
        if (openings < settings.workAfter()) {
            return settings.workAfter();
        }
        int bits = Work.bits(openings, settings.workAfter());
        Optional<Instant> answered =
                answer == null ? Optional.empty() : work.answered(answer.challenge(), answer.nonce(), code, bits, now);
        boolean good = answer != null
                && answered.isPresent()
                && store.use(SecureTokens.hash(answer.challenge()), answered.get());
        if (!good) {
            throw needed(code, bits, now);
        }
        return settings.opensPerAddress();
    }

    private Problem needed(String code, int bits, Instant now) {
        return VisitProblem.WORK_NEEDED.problem("challenge", work.challenge(code, bits, now), "bits", bits);
    }

    /**
     * Counts a new chat, in its transaction.
     *
     * @param most of {@link #requireWork}: who did not work for it is none beyond those that need none
     */
    void count(String address, String code, int most) {
        Instant now = clock.instant();
        int limit = Math.min(most, settings.opensPerAddress());
        if (store.count(hash(address), now, limit).isEmpty()) {
            throw limit < settings.opensPerAddress() ? needed(code, Work.BITS_MIN, now) : tooMany(now);
        }
    }

    private static Problem tooMany(Instant now) {
        ZonedDateTime here = now.atZone(ZoneOffset.UTC);
        ZonedDateTime tomorrow = here.toLocalDate().plusDays(1).atStartOfDay(ZoneOffset.UTC);
        return VisitProblem.TOO_MANY_OPENS.problem(
                Problem.RETRY_AFTER,
                Math.max(1, Duration.between(here, tomorrow).toSeconds()));
    }

    private byte[] hash(String address) {
        return seal.digest("address", address);
    }
}
