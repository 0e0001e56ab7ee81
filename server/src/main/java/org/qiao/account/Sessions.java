package org.qiao.account;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final GuestSessionStore guests;
    private final SessionCache cache;
    private final PrincipalStore principals;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Sessions(
            SessionStore store,
            GuestSessionStore guests,
            SessionCache cache,
            PrincipalStore principals,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.guests = guests;
        this.cache = cache;
        this.principals = principals;
        this.events = events;
        this.clock = clock;
    }

    /** Empty for an unknown, expired or revoked token. A customer's device is a guest. */
    public Optional<SignedIn> find(String token) {
        byte[] hash = SecureTokens.hash(token);
        Instant now = clock.instant();
        Optional<SessionCache.Entry> found = cache.get(
                        hash, () -> Guests.isGuestToken(token) ? guests.find(hash, now) : store.find(hash, now))
                .filter(entry -> entry.expiresAt().isAfter(now));
        found.ifPresent(entry -> {
            if (isDue(entry, now)) {
                touch(entry, now);
                cache.forget(hash);
            }
        });
        return found.map(SessionCache.Entry::signedIn);
    }

    private void touch(SessionCache.Entry entry, Instant now) {
        long id = entry.signedIn().sessionId();
        if (entry.signedIn().guest()) {
            guests.touch(List.of(id), now, now.plus(Guests.LIFE));
        } else {
            store.touch(id, now, now.plus(life(entry.bearer())));
        }
    }

    private static boolean isDue(SessionCache.Entry entry, Instant now) {
        return !now.isBefore(entry.lastSeenAt().plus(TOUCH_EVERY));
    }

    /** The same for many tokens with one or two questions to the database; unknown, expired and revoked ones are left out. */
    public Map<String, SignedIn> findByTokens(Collection<String> tokens) {
        Instant now = clock.instant();
        Map<String, SignedIn> signedIn = new HashMap<>();
        Map<Boolean, List<String>> sorts = tokens.stream().collect(Collectors.partitioningBy(Guests::isGuestToken));
        List<String> members = sorts.getOrDefault(false, List.of());
        if (!members.isEmpty()) {
            List<Long> due = find(members, now, missing -> store.findMany(missing, now), signedIn);
            if (!due.isEmpty()) {
                store.touchMany(due, now, now.plus(BROWSER_LIFE), now.plus(PROGRAM_LIFE));
            }
        }
        List<String> visitors = sorts.getOrDefault(true, List.of());
        if (!visitors.isEmpty()) {
            List<Long> due = find(visitors, now, missing -> guests.findMany(missing, now), signedIn);
            if (!due.isEmpty()) {
                guests.touch(due, now, now.plus(Guests.LIFE));
            }
        }
        return signedIn;
    }

    /** Puts those who are known into {@code signedIn}; answers whose last use is to be written. */
    private List<Long> find(
            List<String> tokens,
            Instant now,
            Function<Collection<byte[]>, Map<ByteBuffer, SessionCache.Entry>> load,
            Map<String, SignedIn> signedIn) {
        Map<String, byte[]> hashes = new HashMap<>();
        tokens.forEach(token -> hashes.put(token, SecureTokens.hash(token)));
        Map<ByteBuffer, SessionCache.Entry> found = cache.getAll(hashes.values(), load);
        List<Long> due = new ArrayList<>();
        hashes.forEach((token, hash) -> {
            SessionCache.Entry entry = found.get(ByteBuffer.wrap(hash));
            if (entry != null && entry.expiresAt().isAfter(now)) {
                signedIn.put(token, entry.signedIn());
                if (isDue(entry, now)) {
                    due.add(entry.signedIn().sessionId());
                    cache.forget(hash);
                }
            }
        });
        return due;
    }

    /** Those of the given sessions that still stand, as the database has them now: for connections that outlive a request. */
    public List<SignedIn> findAll(Collection<Long> sessionIds) {
        Instant now = clock.instant();
        List<SignedIn> found = new ArrayList<>();
        Set<Long> missing = new HashSet<>(sessionIds);
        store.findAll(sessionIds, now).forEach(entry -> found.add(entry.signedIn()));
        found.forEach(signedIn -> missing.remove(signedIn.sessionId()));
        if (!missing.isEmpty()) { // sessions that have ended, or guests: the two share one sequence of ids
            guests.findAll(missing, now).forEach(entry -> found.add(entry.signedIn()));
        }
        return found;
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
        cache.forgetAfterCommit(signedIn.sessionId());
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
        cache.forgetAfterCommit(sessionId);
        events.publishEvent(new SessionEnded(sessionId));
    }

    private static Duration life(boolean bearer) {
        return bearer ? PROGRAM_LIFE : BROWSER_LIFE;
    }
}
