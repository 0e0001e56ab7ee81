package org.qiao.gateway;

import io.netty.buffer.ByteBuf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Deliveries;
import org.qiao.messaging.EntryAppended;
import org.qiao.messaging.Hints;
import org.qiao.messaging.PersonalChange;
import org.qiao.messaging.ReceiptsChanged;
import org.springframework.stereotype.Component;

/**
 * Committed changes to everybody who is connected. Each is encoded once, and not at all when nobody is there. Never blocks: the
 * bytes are handed to Netty's event loops, slow sockets only leave a mark.
 */
@Component
class SocketDeliveries implements Deliveries {

    private final SocketSessions sessions;
    private final GatewayMetrics metrics;
    private final Frames frames;

    SocketDeliveries(SocketSessions sessions, GatewayMetrics metrics, Frames frames) {
        this.sessions = sessions;
        this.metrics = metrics;
        this.frames = frames;
    }

    @Override
    public void together(Runnable work) {
        Cork.during(work);
    }

    @Override
    public void entry(EntryAppended appended) {
        deliver(
                new ServerFrame.EntryEvent(
                        appended.conversationId(),
                        appended.entry(),
                        new ServerFrame.Head(appended.headSeq(), appended.headNo())),
                appended.headSeq(),
                null,
                appended.recipients());
    }

    @Override
    public void receipts(ReceiptsChanged changed) {
        if (isGuest(changed.principalId())) {
            return; // who has read what is the company's business
        }
        deliver(new ServerFrame.Receipts(changed.conversationId(), changed.items()), 0, null, changed.principalId());
    }

    @Override
    public void personal(PersonalChange change) {
        String kind = change.kind().name();
        deliver(
                new ServerFrame.Personal(change.seq(), kind, change.conversationId(), change.data()),
                0,
                kind,
                change.principalId());
    }

    @Override
    public void hint(Hint hint) {
        if (!hint.topic().equals(Hints.TO_CUSTOMERS) && isGuest(hint.principalId())) {
            return; // so is what the modules tell each other
        }
        ByteBuf frame = null;
        for (SocketSession session : sessions.of(hint.principalId())) {
            frame = frame == null ? frames.encode(new ServerFrame.Hint(hint.topic(), hint.id(), hint.kind())) : frame;
            session.hint(frame);
        }
        if (frame != null) {
            frame.release();
        }
    }

    private boolean isGuest(long principalId) {
        List<SocketSession> devices = sessions.of(principalId);
        return !devices.isEmpty() && devices.getFirst().isGuest();
    }

    @Override
    public boolean isConnected(long principalId) {
        for (SocketSession session : sessions.of(principalId)) {
            if (session.isConnected()) {
                return true;
            }
        }
        return false;
    }

    /** Somebody is typing: to everybody but the one who does. */
    void typing(long conversationId, long memberId, long[] recipients) {
        ByteBuf frame = null;
        for (long recipient : recipients) {
            if (recipient == memberId) {
                continue;
            }
            for (SocketSession session : sessions.of(recipient)) {
                frame = frame == null ? frames.encode(new ServerFrame.Typing(conversationId, memberId)) : frame;
                session.hint(frame);
            }
        }
        if (frame != null) {
            frame.release();
        }
    }

    private void deliver(ServerFrame.Numbered frame, long head, @Nullable String personal, long... recipients) {
        Event event = null;
        int sent = 0;
        for (long recipient : recipients) {
            for (SocketSession session : sessions.of(recipient)) {
                event = event == null
                        ? new Event(frame.conversation(), head, personal, recipients.length, frames.encode(frame))
                        : event;
                sent += hand(session, event) ? 1 : 0;
            }
        }
        if (event != null) {
            event.frame().release();
            metrics.sent(sent);
        }
    }

    private boolean hand(SocketSession session, Event event) {
        switch (session.deliver(event)) {
            case SENT -> {
                return true;
            }
            case OWED -> metrics.owed();
            case HOPELESS -> sessions.giveUp(session);
            case GONE -> {}
        }
        return false;
    }
}
