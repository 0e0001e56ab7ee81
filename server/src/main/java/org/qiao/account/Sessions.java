package org.qiao.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.SecureTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Turns a token into the person behind it. Used by HTTP and by the socket gateway alike. */
@Service
public class Sessions {

    /** Cookie of the browser: httpOnly, SameSite=Strict. Programs send the same token as a bearer. */
    public static final String COOKIE = "qiao_session";

    /** Unused for this long, a browser must sign in again; every use moves the end. */
    static final Duration BROWSER_LIFE = Duration.ofDays(30);

    static final Duration PROGRAM_LIFE = Duration.ofDays(365);

    /** More devices than this push out the least recently used one. */
    static final int PER_ACCOUNT = 50;

    /** The last use is written at most this often. */
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private final SessionStore store;
    private final SessionCache cache;
    private final PrincipalStore principals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            SessionStore store,
            SessionCache cache,
            PrincipalStore principals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.cache = cache;
        this.principals = principals;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for an unknown, expired or revoked token. */
    public Optional<SignedIn> find(String token) {
        byte[] hash = SecureTokens.hash(token);
        Instant now = clock.instant();
        Optional<SessionCache.Entry> found = cache.get(hash, () -> store.find(hash, now))
                .filter(entry -> entry.expiresAt().isAfter(now));
        found.ifPresent(entry -> {
            if (!now.isBefore(entry.lastSeenAt().plus(TOUCH_EVERY))) {
                store.touch(entry.signedIn().sessionId(), now, now.plus(life(entry.bearer())));
                cache.forget(hash);
            }
        });
        return found.map(SessionCache.Entry::signedIn);
    }

    /** The same for many tokens with one question to the database; unknown, expired and revoked ones are left out. */
    public Map<String, SignedIn> findByTokens(Collection<String> tokens) {
        Instant now = clock.instant();
        Map<String, byte[]> hashes = new HashMap<>();
        tokens.forEach(token -> hashes.put(token, SecureTokens.hash(token)));
        Map<ByteBuffer, SessionCache.Entry> found =
                cache.getAll(hashes.values(), missing -> store.findMany(missing, now));
        Map<String, SignedIn> signedIn = new HashMap<>();
        List<Long> due = new ArrayList<>();
        hashes.forEach((token, hash) -> {
            SessionCache.Entry entry = found.get(ByteBuffer.wrap(hash));
            if (entry != null && entry.expiresAt().isAfter(now)) {
                signedIn.put(token, entry.signedIn());
                if (!now.isBefore(entry.lastSeenAt().plus(TOUCH_EVERY))) {
                    due.add(entry.signedIn().sessionId());
                    cache.forget(hash);
                }
            }
        });
        if (!due.isEmpty()) {
            store.touchMany(due, now, now.plus(BROWSER_LIFE), now.plus(PROGRAM_LIFE));
        }
        return signedIn;
    }

    /** Those of the given sessions that still stand, as the database has them now: for connections that outlive a request. */
    public List<SignedIn> findAll(Collection<Long> sessionIds) {
        return store.findAll(sessionIds, clock.instant()).stream()
                .map(SessionCache.Entry::signedIn)
                .toList();
    }

    /** When a device of each of these people was used last, to the minute; who has no device left out. */
    public Map<Long, Instant> lastSeen(Collection<Long> principalIds) {
        return principalIds.isEmpty() ? Map.of() : store.lastSeen(principalIds);
    }

    /** Signs a device in. Whoever calls this has checked the password or the link. */
    @Transactional
    public OpenedSession open(NewSession session) {
        String token = SecureTokens.create();
        Instant now = clock.instant();
        Duration life = life(session.bearer());
        long id = store.insert(session, SecureTokens.hash(token), now, now.plus(life));
        store.deleteOldest(session.accountId(), PER_ACCOUNT).forEach(this::ended);
        return new OpenedSession(id, token, life);
    }

    /** Signs out one device of the same account; another account's device does not exist. */
    @Transactional
    public void revoke(long accountId, long sessionId) {
        ended(store.delete(accountId, sessionId).orElseThrow(PlatformProblem.NOT_FOUND::problem));
    }

    /** Signs out every device but this one. */
    @Transactional
    public void revokeOthers(long accountId, long sessionId) {
        store.deleteOthers(accountId, sessionId).forEach(this::ended);
    }

    @Transactional
    public void revokeAll(long accountId) {
        store.deleteOthers(accountId, 0).forEach(this::ended);
    }

    /** Lets this device work in another company of the account from now on; who it is then. */
    @Transactional
    public SignedIn switchTo(SignedIn signedIn, long orgId) {
        Membership target =
                principals.findClaimed(signedIn.accountId(), orgId).orElseThrow(PlatformProblem.NOT_FOUND::problem);
        if (!target.enabled()) {
            throw AccountProblem.MEMBER_DISABLED.problem();
        }
        store.setPrincipal(signedIn.accountId(), signedIn.sessionId(), target.principalId());
        cache.forgetAfterCommit(entry -> entry.signedIn().sessionId() == signedIn.sessionId());
        events.publishEvent(new SessionSwitched(signedIn.sessionId()));
        return store.get(signedIn.accountId(), signedIn.sessionId());
    }

    /** Where an account goes when it signs in: the company it used last, else any it may enter, else any it is disabled in. */
    public Optional<Long> startingPoint(long accountId) {
        return store.lastPrincipal(accountId).or(() -> principals.firstClaimed(accountId));
    }

    /** The account's own devices, newest first. */
    Page<DeviceView> devices(SignedIn signedIn, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        return Page.cut(
                store.list(signedIn, Limits.key(after, Long.MAX_VALUE), size + 1, clock.instant()),
                size,
                device -> Long.toString(device.id()));
    }

    private void ended(long sessionId) {
        cache.forgetAfterCommit(entry -> entry.signedIn().sessionId() == sessionId);
        events.publishEvent(new SessionEnded(sessionId));
    }

    private static Duration life(boolean bearer) {
        return bearer ? PROGRAM_LIFE : BROWSER_LIFE;
    }
}
