package org.qiao.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.SecureTokens;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Customers of a company: who exists, how everybody sees them, and their devices (docs/decisions/0020). For programs that have
 * checked who asks. A foreign or unknown id answers as a missing one: platform.not_found.
 *
 * <p>A device holds an opaque token, sent as bearer: {@link Sessions#find} knows it, {@link Guest} is the controller's parameter.
 */
@Service
public class Guests {

    public static final int NAME_MAX = 50;

    /** Unused for this long a device is forgotten; every use moves the end. */
    public static final Duration LIFE = Duration.ofDays(180);

    /** More devices than this push out the least recently used one. */
    static final int DEVICES = 10;

    private static final String PREFIX = "v.";

    private final GuestStore store;
    private final GuestSessionStore sessions;
    private final SessionCache cache;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Guests(
            GuestStore store,
            GuestSessionStore sessions,
            SessionCache cache,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.sessions = sessions;
        this.cache = cache;
        this.events = events;
        this.clock = clock;
    }

    /**
     * How everybody in a conversation sees a customer.
     *
     * @param avatarId an upload; null for none
     * @param enabled false while the customer is blocked
     */
    public record Face(long id, String name, @Nullable Long avatarId, Locale locale, boolean enabled) {}

    /**
     * A device that gets a token.
     *
     * @param name shown to the company, at most 200 characters are kept
     */
    public record NewDevice(long orgId, long principalId, String name, String address) {

        public NewDevice {
            name = name.length() > NewSession.MAX_DEVICE ? name.substring(0, NewSession.MAX_DEVICE) : name;
        }
    }

    /**
     * A new customer, enabled, without a device. Conversations are made in transactions of their own: commit before you open one.
     *
     * @param name clean (naming.PlainText), 1–50 characters
     * @return the principal's id
     */
    @Transactional
    public long create(long orgId, String name, Locale locale) {
        requireName(name);
        return store.insert(orgId, name, locale, clock.instant());
    }

    /** @param name clean, 1–50 characters */
    @Transactional
    public void rename(long orgId, long id, String name) {
        requireName(name);
        require(store.rename(orgId, id, name));
    }

    /** The language of the customer's page and of what is written for him; his open devices learn it within seconds. */
    @Transactional
    public void setLocale(long orgId, long id, Locale locale) {
        require(store.setLocale(orgId, id, locale));
        forget(id);
    }

    /** @param fileId a picture with a preview, checked by the caller; null for none */
    @Transactional
    public void setAvatar(long orgId, long id, @Nullable Long fileId) {
        require(store.setAvatar(orgId, id, fileId));
    }

    /** Blocking takes effect at once: requests get 403 and sockets close. The devices stay for the day it is lifted. */
    @Transactional
    public void setEnabled(long orgId, long id, boolean enabled) {
        require(store.setEnabled(orgId, id, enabled));
        forget(id);
        if (!enabled) {
            events.publishEvent(new PrincipalDisabled(id));
        }
    }

    public Optional<Face> find(long orgId, long id) {
        return store.faces(orgId, List.of(id)).stream().findFirst();
    }

    /** Those of the ids that are customers of the company. */
    public Map<Long, Face> faces(long orgId, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.faces(orgId, ids).stream().collect(Collectors.toMap(Face::id, Function.identity()));
    }

    /** The customer as one who acts: for programs that do something in his name. */
    public Actor actor(long orgId, long id) {
        return store.actor(orgId, id).orElseThrow(PlatformProblem.NOT_FOUND::problem);
    }

    /** Gives a device its token. Whoever calls this knows that it is the customer's. */
    @Transactional
    public OpenedSession open(NewDevice device) {
        String token = PREFIX + SecureTokens.create();
        Instant now = clock.instant();
        long id = sessions.insert(device, SecureTokens.hash(token), now, now.plus(LIFE))
                .orElseThrow(PlatformProblem.NOT_FOUND::problem);
        sessions.deleteOldest(device.orgId(), device.principalId(), DEVICES).forEach(this::ended);
        return new OpenedSession(id, token, LIFE);
    }

    /** Forgets one device of the customer; its sockets close at once. */
    @Transactional
    public void revoke(long orgId, long id, long sessionId) {
        ended(sessions.delete(orgId, id, sessionId).orElseThrow(PlatformProblem.NOT_FOUND::problem));
    }

    @Transactional
    public void revokeAll(long orgId, long id) {
        sessions.deleteAll(orgId, id).forEach(this::ended);
    }

    /**
     * All devices of one customer are another's from now on, after two turned out to be the same person; their sockets start anew.
     *
     * @return which ones, so that it can be undone
     */
    @Transactional
    public List<Long> moveSessions(long orgId, long from, long to) {
        List<Long> moved = move(orgId, from, to, null);
        sessions.deleteOldest(orgId, to, DEVICES).forEach(this::ended);
        return moved;
    }

    /** The same for some devices of one customer: undoes the above. */
    @Transactional
    public void moveSessions(long orgId, long from, long to, Collection<Long> some) {
        move(orgId, from, to, some);
    }

    private List<Long> move(long orgId, long from, long to, @Nullable Collection<Long> some) {
        require(find(orgId, to).isPresent());
        List<Long> moved = sessions.move(orgId, from, to, some);
        forget(from);
        moved.forEach(session -> events.publishEvent(new SessionSwitched(session)));
        return moved;
    }

    /** Forgets devices of the company's customers that were last used before the time, at most so many. */
    @Transactional
    public int revokeUnused(long orgId, Instant before, int limit) {
        List<Long> gone = sessions.deleteUnused(orgId, before, limit);
        gone.forEach(this::ended);
        return gone.size();
    }

    /** How many there are. */
    public long unused(long orgId, Instant before) {
        return sessions.countUnused(orgId, before);
    }

    /** When a device of each of these customers was used last, to the minute; who has no device left out. */
    public Map<Long, Instant> lastSeen(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : sessions.lastSeen(orgId, ids);
    }

    /** Whether a token says that it is a customer's; it says so itself, so that nobody is looked for twice. */
    public static boolean isGuestToken(String token) {
        return token.startsWith(PREFIX);
    }

    private void forget(long principalId) {
        cache.forgetAfterCommit(entry -> entry.worksAs(principalId));
    }

    private void ended(long sessionId) {
        cache.forgetAfterCommit(sessionId);
        events.publishEvent(new SessionEnded(sessionId));
    }

    private static void requireName(String name) {
        if (name.isBlank()
                || name.codePointCount(0, name.length()) > NAME_MAX
                || name.chars().anyMatch(Character::isISOControl)) {
            throw PlatformProblem.INVALID.problem("field", "name");
        }
    }

    private static void require(boolean found) {
        if (!found) {
            throw PlatformProblem.NOT_FOUND.problem();
        }
    }
}
