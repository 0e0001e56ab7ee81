package org.qiao.gateway;

import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.qiao.messaging.Ack;
import org.qiao.messaging.Conversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.Entries;
import org.qiao.messaging.Messages;
import org.qiao.messaging.ReadMarks;
import org.qiao.messaging.SendCallback;
import org.qiao.messaging.SyncLog;
import org.qiao.messaging.SyncRequest;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;

/** What each command does. Sending costs nothing here and happens at once; what asks the database runs on a worker. */
@Component
class Commands {

    /** In larger groups nobody wants to know, and it would cost thousands of frames. */
    static final int TYPING_MEMBERS_MAX = 200;

    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final Messages messages;
    private final ReadMarks readMarks;
    private final SyncLog syncLog;
    private final Entries entries;
    private final Conversations conversations;
    private final SocketDeliveries deliveries;
    private final Admission admission;
    private final CommandParser parser;
    private final GatewayMetrics metrics;
    private final AtomicInteger unanswered = new AtomicInteger();

    Commands(
            LogServices services,
            SocketDeliveries deliveries,
            Admission admission,
            CommandParser parser,
            GatewayMetrics metrics) {
        this.messages = services.messages();
        this.readMarks = services.readMarks();
        this.syncLog = services.syncLog();
        this.entries = services.entries();
        this.conversations = services.conversations();
        this.deliveries = deliveries;
        this.admission = admission;
        this.parser = parser;
        this.metrics = metrics;
    }

    Command parse(byte[] utf8) throws JacksonException {
        return parser.parse(utf8);
    }

    /** True when nothing more is to be done; false for what has to wait for the database. */
    boolean runAtOnce(SocketSession session, Command command) {
        switch (command) {
            case Command.Send send ->
                append(session, send.id(), Draft.message(send.conversation(), send.key(), send.kind(), send.body()));
            case Command.Recall recall ->
                append(session, recall.id(), Draft.recall(recall.conversation(), recall.key(), recall.target()));
            case Command.Ping ping -> session.send(new ServerFrame.Pong(ping.id()));
            case Command.Invalid invalid -> session.send(ServerFrame.Failure.of(invalid));
            case Command.Typing typing -> {
                return !session.mayType(typing.conversation(), System.nanoTime());
            }
            case Command.Read ignored -> {
                return false;
            }
            case Command.Sync ignored -> {
                return false;
            }
            case Command.Pull ignored -> {
                return false;
            }
        }
        return true;
    }

    /** Runs on a worker; whatever goes wrong becomes an answer. */
    void run(SocketSession session, Command command) {
        try {
            Actor actor = session.actor();
            switch (command) {
                case Command.Read read -> read(session, actor, read);
                case Command.Sync sync -> sync(session, actor, sync);
                case Command.Pull pull -> pull(session, actor, pull);
                case Command.Typing typing -> typing(actor, typing.conversation());
                case Command.Send ignored -> throw new IllegalStateException("Runs at once");
                case Command.Recall ignored -> throw new IllegalStateException("Runs at once");
                case Command.Ping ignored -> throw new IllegalStateException("Runs at once");
                case Command.Invalid ignored -> throw new IllegalStateException("Runs at once");
            }
        } catch (Problem problem) {
            session.send(ServerFrame.Failure.of(command.id(), problem));
        } catch (RuntimeException e) {
            failed(session, command.id(), e);
        }
    }

    /** Drafts handed over whose answer is still to come. */
    int unanswered() {
        return unanswered.get();
    }

    private void append(SocketSession session, Object id, Draft draft) {
        unanswered.incrementAndGet();
        try {
            Answer answer = new Answer(session, id, draft.conversationId());
            if (session.isGuest()) {
                messages.sendAsGuest(session.actor(), draft, answer);
            } else {
                messages.send(session.actor(), draft, answer);
            }
        } catch (Problem problem) {
            unanswered.decrementAndGet();
            session.send(ServerFrame.Failure.of(id, problem));
        } catch (RuntimeException e) {
            unanswered.decrementAndGet();
            failed(session, id, e);
        }
    }

    private void read(SocketSession session, Actor actor, Command.Read read) {
        conversations.recipients(actor, read.conversation()); // from a cache; refuses whoever does not belong
        readMarks.mark(actor, read.conversation(), read.seq());
        if (read.id() != null) {
            session.send(new ServerFrame.Ok(read.id()));
        }
    }

    private void sync(SocketSession session, Actor actor, Command.Sync sync) {
        admission.requireCapacity(session.isGuest(), System.nanoTime());
        SyncRequest request =
                new SyncRequest(sync.era(), sync.cursor(), sync.personal(), sync.after(), null, sync.tail());
        session.send(new ServerFrame.Synced(
                sync.id(), session.isGuest() ? syncLog.syncAsGuest(actor, request) : syncLog.sync(actor, request)));
    }

    private void pull(SocketSession session, Actor actor, Command.Pull pull) {
        int limit = Limits.page(smallNumber(pull.limit()));
        session.send(new ServerFrame.EntriesAnswer(
                pull.id(),
                pull.conversation(),
                entries.list(actor, pull.conversation(), pull.before(), pull.after(), limit)));
    }

    private void typing(Actor actor, long conversation) {
        long[] recipients = conversations.recipients(actor, conversation);
        if (recipients.length <= TYPING_MEMBERS_MAX) {
            deliveries.typing(conversation, actor.principalId(), recipients);
        }
    }

    private static @Nullable Integer smallNumber(@Nullable Long number) {
        return number == null ? null : Math.clamp(number, -1, Integer.MAX_VALUE);
    }

    /** The class only: messages of exceptions may hold what people wrote. */
    private static void failed(SocketSession session, @Nullable Object id, RuntimeException e) {
        log.error("A command failed: {}", e.getClass().getName());
        session.send(ServerFrame.Failure.later(id, GatewayProblem.FAILED, CommandInbox.RETRY_MS));
    }

    /** Comes back on a thread of the appender. */
    private final class Answer implements SendCallback {

        private final SocketSession session;
        private final Object id;
        private final long conversation;
        private final long since = System.nanoTime();

        Answer(SocketSession session, Object id, long conversation) {
            this.session = session;
            this.id = id;
            this.conversation = conversation;
        }

        @Override
        public void stored(Ack ack) {
            unanswered.decrementAndGet();
            session.send(new ServerFrame.Ack(id, conversation, ack.seq(), ack.no(), ack.at()));
            metrics.acknowledged(since);
        }

        @Override
        public void refused(Problem problem) {
            unanswered.decrementAndGet();
            session.send(ServerFrame.Failure.of(id, problem));
        }
    }
}
