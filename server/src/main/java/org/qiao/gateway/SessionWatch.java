package org.qiao.gateway;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.qiao.account.PrincipalDisabled;
import org.qiao.account.SessionEnded;
import org.qiao.account.SessionSwitched;
import org.qiao.account.Sessions;
import org.qiao.account.SignedIn;
import org.qiao.platform.Actor;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Closes the sockets of those who may not be here any more: at once when this process hears of it, and within three seconds when
 * it does not (expired, or changed by another process). New rights of a person reach the socket the same way.
 */
@Component
class SessionWatch {

    private static final int BATCH = 1_000;

    private final SocketSessions sockets;
    private final Sessions accounts;

    SessionWatch(SocketSessions sockets, Sessions accounts) {
        this.sockets = sockets;
        this.accounts = accounts;
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SessionEnded event) {
        close(session -> session.accountSessionId() == event.sessionId(), CloseCode.NOT_SIGNED_IN);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(SessionSwitched event) {
        close(session -> session.accountSessionId() == event.sessionId(), CloseCode.SWITCHED);
    }

    @TransactionalEventListener(fallbackExecution = true)
    void on(PrincipalDisabled event) {
        sockets.of(event.principalId()).forEach(session -> sockets.close(session, CloseCode.DISABLED));
    }

    @Scheduled(fixedDelay = 1_000)
    void sweep() {
        sockets.sweep(System.nanoTime());
    }

    @Scheduled(fixedDelay = 3_000)
    void recheck() {
        List<SocketSession> all = new ArrayList<>();
        sockets.forEach(all::add);
        for (int from = 0; from < all.size(); from += BATCH) {
            recheck(all.subList(from, Math.min(from + BATCH, all.size())));
        }
    }

    private void recheck(List<SocketSession> some) {
        List<Long> ids =
                some.stream().map(SocketSession::accountSessionId).distinct().toList();
        Map<Long, SignedIn> alive = new HashMap<>();
        accounts.findAll(ids).forEach(signedIn -> alive.put(signedIn.sessionId(), signedIn));
        some.forEach(session -> compare(session, alive));
    }

    private void compare(SocketSession session, Map<Long, SignedIn> alive) {
        SignedIn now = alive.get(session.accountSessionId());
        if (now == null) {
            sockets.close(session, CloseCode.NOT_SIGNED_IN);
        } else if (now.disabled()) {
            sockets.close(session, CloseCode.DISABLED);
        } else {
            Actor actor = now.actor();
            if (actor == null || actor.principalId() != session.principalId()) {
                sockets.close(session, CloseCode.SWITCHED);
            } else {
                session.refresh(actor);
            }
        }
    }

    private void close(Predicate<SocketSession> which, CloseCode why) {
        sockets.forEach(session -> {
            if (which.test(session)) {
                sockets.close(session, why);
            }
        });
    }
}
