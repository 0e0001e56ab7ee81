package org.qiao.gateway;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.qiao.account.AccountProblem;
import org.qiao.account.Sessions;
import org.qiao.account.SignedIn;
import org.qiao.messaging.SyncLog;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;

/** Who may open a socket, and how many at once. After a restart everybody comes back in the same minute. */
@Component
class Admission {

    private static final int ADDRESSES_MAX = 20_000;
    private static final Duration ADDRESS_LIFE = Duration.ofMinutes(1);
    private static final int RETRY_MAX_SECONDS = 30;

    private final Sessions accounts;
    private final SyncLog log;
    private final GatewaySettings settings;
    private final TokenBucket all;
    private final TokenBucket guests;
    private final Cache<InetAddress, TokenBucket> addresses = Caffeine.newBuilder()
            .maximumSize(ADDRESSES_MAX)
            .expireAfterAccess(ADDRESS_LIFE)
            .build();

    Admission(Sessions accounts, SyncLog log, GatewaySettings settings) {
        this.accounts = accounts;
        this.log = log;
        this.settings = settings;
        this.all = new TokenBucket(settings.admissionsPerSecond(), settings.admissionsPerSecond(), System.nanoTime());
        int ofGuests = settings.guest().admissionsPerSecond();
        this.guests = new TokenBucket(ofGuests, ofGuests, System.nanoTime());
    }

    sealed interface Answer permits Entry, Refusal {}

    /** Somebody whose token is good. */
    record Entry(SignedIn signedIn, Actor actor, long era, Optional<SessionKey> resume, long received)
            implements Answer {}

    record Refusal(Problem problem) implements Answer {}

    /** Refuses an address that connects too often. Cheap: runs on the event loop, before anything is looked up. */
    void requireRate(InetAddress address, long now) {
        if (settings.connectionsPerSecond() == 0 || address.isLoopbackAddress()) {
            return;
        }
        TokenBucket bucket = addresses.get(
                address, key -> new TokenBucket(settings.connectionsPerSecond(), settings.connectionsBurst(), now));
        if (bucket.take(now) > 0) {
            throw GatewayProblem.TOO_MANY_CONNECTIONS.problem(Problem.RETRY_AFTER, 1);
        }
    }

    /** One token for an upgrade or a sync, of customers or of all others; spread over half a minute when there is none. */
    void requireCapacity(boolean guest, long now) {
        if ((guest ? guests : all).take(now) > 0) {
            throw GatewayProblem.BUSY.problem(
                    Problem.RETRY_AFTER, ThreadLocalRandom.current().nextInt(1, RETRY_MAX_SECONDS + 1));
        }
    }

    /**
     * Those whose token is good or whose refusal is known, with one question to the database for all: never on an event loop.
     *
     * @return for each request, in order
     */
    List<Answer> admit(List<UpgradeRequest> requests) {
        Map<String, SignedIn> known = accounts.findByTokens(
                requests.stream().map(UpgradeRequest::token).toList());
        long era = log.era();
        return requests.stream()
                .map(request -> admit(request, known.get(request.token()), era))
                .toList();
    }

    private static Answer admit(UpgradeRequest request, @Nullable SignedIn signedIn, long era) {
        if (signedIn == null) {
            return new Refusal(AccountProblem.NOT_SIGNED_IN.problem());
        }
        Actor actor = signedIn.actor();
        if (actor == null && signedIn.guest()) {
            return new Refusal(AccountProblem.GUEST_BLOCKED.problem());
        }
        if (actor == null) {
            return new Refusal(
                    (signedIn.disabled() ? AccountProblem.MEMBER_DISABLED : AccountProblem.NO_COMPANY).problem());
        }
        return new Entry(signedIn, actor, era, request.resume(), request.received());
    }
}
