package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.qiao.account.SignedIn;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Who is connected, by person. Lists are replaced, never changed, so that fan-out reads them without a lock. */
@Component
class SocketSessions {

    private final ConcurrentMap<Long, List<SocketSession>> byPrincipal = new ConcurrentHashMap<>();
    private final GatewaySettings settings;
    private final GatewayMetrics metrics;
    private final Frames frames;
    private final ReplayMemory memory;
    private final Clock clock;

    SocketSessions(GatewaySettings settings, GatewayMetrics metrics, Frames frames, ReplayMemory memory, Clock clock) {
        this.settings = settings;
        this.metrics = metrics;
        this.frames = frames;
        this.memory = memory;
        this.clock = clock;
    }

    /** Continues the session that the client names, if it still can; else opens a new one. The welcome is written first. */
    SocketSession open(Channel socket, Admission.Entry entry, long now) {
        Optional<SocketSession> earlier = entry.resume().flatMap(key -> find(key, entry.signedIn(), entry.actor()));
        if (earlier.isPresent()) {
            SocketSession session = earlier.get();
            session.refresh(entry.actor());
            if (session.resume(socket, entry.received(), welcome(session, true, entry.era()), now)) {
                metrics.resumed();
                return session;
            }
            close(session, CloseCode.BYE); // what it kept is of no use any more
        }
        ReplayRing ring = new ReplayRing(settings.ringFrames(), settings.ringBytes(), memory);
        SocketSession session = new SocketSession(SessionKey.create(), entry.signedIn(), entry.actor(), ring, frames);
        add(session); // before the welcome: whoever reads it asks for what was before, and everything behind that
        // must be kept
        session.open(socket, welcome(session, false, entry.era()), now);
        return session;
    }

    /** Never null; empty for whoever is not here. */
    List<SocketSession> of(long principalId) {
        return byPrincipal.getOrDefault(principalId, List.of());
    }

    void forEach(Consumer<SocketSession> action) {
        byPrincipal.values().forEach(sessions -> sessions.forEach(action));
    }

    void close(SocketSession session, CloseCode why) {
        session.close(why, System.nanoTime());
        if (!why.resumable()) {
            remove(session);
        }
    }

    /** The client said goodbye itself. */
    void leave(SocketSession session, Channel socket, boolean forEver) {
        if (session.cut(socket, System.nanoTime()) && forEver) {
            session.end();
            remove(session);
        }
    }

    /** It owes its client so much that starting again is cheaper. */
    void giveUp(SocketSession session) {
        session.end();
        close(session, CloseCode.TOO_SLOW);
        remove(session);
    }

    /** Closes what is silent or slow for too long and forgets whose client did not come back. */
    void sweep(long now) {
        long resume = TimeUnit.SECONDS.toNanos(settings.resumeSeconds());
        long slow = TimeUnit.SECONDS.toNanos(settings.slowSeconds());
        forEach(session -> {
            if (session.endIfCutLongerThan(resume, now)) {
                remove(session);
            } else if (session.isSlowLongerThan(slow, now)) {
                close(session, CloseCode.TOO_SLOW);
            } else if (session.isSilentLongerThan(settings.silenceNanos(), now)) {
                close(session, CloseCode.SILENT);
            }
        });
    }

    private void add(SocketSession session) {
        int most = session.isGuest() ? settings.guest().maxSockets() : settings.maxSocketsPerPerson();
        List<SocketSession> replaced = new ArrayList<>();
        byPrincipal.compute(session.principalId(), (id, before) -> {
            List<SocketSession> now = new ArrayList<>(before == null ? List.of() : before);
            while (now.size() >= most) {
                replaced.add(now.remove(leastUseful(now)));
            }
            now.add(session);
            return List.copyOf(now);
        });
        replaced.forEach(older -> close(older, CloseCode.REPLACED));
    }

    /** One without a socket, else the oldest. */
    private static int leastUseful(List<SocketSession> sessions) {
        for (int i = 0; i < sessions.size(); i++) {
            if (!sessions.get(i).isConnected()) {
                return i;
            }
        }
        return 0;
    }

    private void remove(SocketSession session) {
        byPrincipal.computeIfPresent(session.principalId(), (id, before) -> {
            List<SocketSession> now =
                    before.stream().filter(other -> other != session).toList();
            return now.isEmpty() ? null : now;
        });
    }

    private Optional<SocketSession> find(SessionKey key, SignedIn signedIn, Actor actor) {
        return of(actor.principalId()).stream()
                .filter(session -> session.is(key) && session.accountSessionId() == signedIn.sessionId())
                .findFirst();
    }

    private ByteBuf welcome(SocketSession session, boolean resumed, long era) {
        return frames.encode(new ServerFrame.Welcome(
                session.id(), resumed, era, settings.heartbeatSeconds(), session.principalId(), clock.instant()));
    }
}
