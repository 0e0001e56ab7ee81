package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.qiao.platform.Actor;
import org.qiao.platform.Past;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;

/** The way into the log for everything people write. */
@Service
public class Messages {

    private static final int LIMITS_KEPT = 200_000;

    private final Appender appender;
    private final Bandwidth bandwidth;
    private final Bandwidth ofGuest;
    private final Duration patience;
    private final Cache<Long, Bucket> limits = Caffeine.newBuilder()
            .maximumSize(LIMITS_KEPT)
            .expireAfterAccess(Duration.ofMinutes(1))
            .build();

    Messages(Appender appender, MessagingSettings settings) {
        this.appender = appender;
        this.bandwidth = Bandwidth.builder()
                .capacity(settings.burst())
                .refillGreedy(settings.perSecond(), Duration.ofSeconds(1))
                .build();
        this.ofGuest = Bandwidth.builder()
                .capacity(settings.guestBurst())
                .refillGreedy(settings.guestPerMinute(), Duration.ofMinutes(1))
                .build();
        this.patience = settings.retry().plusSeconds(5);
    }

    /**
     * Hands the draft to the appender and returns at once; may be called on an event loop. Never throws: the callback hears of
     * refusals too, at once for a malformed draft, too many messages or a full queue, else on a thread of the appender. Two
     * drafts of one caller for one conversation keep their order.
     */
    public void send(Actor actor, Draft draft, SendCallback callback) {
        send(actor, bandwidth, draft, callback);
    }

    /** The same for a customer, who writes less. */
    public void sendAsGuest(Actor guest, Draft draft, SendCallback callback) {
        send(guest, ofGuest, draft, callback);
    }

    private void send(Actor actor, Bandwidth limit, Draft draft, SendCallback callback) {
        if (isTooFast(actor, limit)) {
            callback.refused(tooFast());
            return;
        }
        offer(actor, draft.conversationId(), 0, () -> BodyRule.check(draft), callback);
    }

    /** The same for callers that may wait. Throws the refusal. */
    public Ack sendAndWait(Actor actor, Draft draft) {
        Waiting waiting = new Waiting();
        send(actor, draft, waiting);
        return waiting.get(patience);
    }

    /** The same for a customer. */
    Ack sendAsGuestAndWait(Actor guest, Draft draft) {
        Waiting waiting = new Waiting();
        sendAsGuest(guest, draft, waiting);
        return waiting.get(patience);
    }

    /** What a program says in somebody's name, without a limit; it marks nothing as read. */
    Ack sayAndWait(Actor sender, long conversationId, BodyRule.Checked draft) {
        Waiting waiting = new Waiting();
        offer(new Pending(sender, conversationId, draft, moment(), true, waiting));
        return waiting.get(patience);
    }

    /** History from elsewhere, with its own time and without a limit. The order of the calls is the order in the log. */
    public Ack importAndWait(Actor actor, Draft draft, Instant at) {
        Waiting waiting = new Waiting();
        offer(actor, draft.conversationId(), at.toEpochMilli(), () -> BodyRule.check(draft), waiting);
        return waiting.get(patience);
    }

    /**
     * Cards that an app says, without a limit. Waits for all of them.
     *
     * @return those that are stored; the rest stands where nobody listens any more
     * @throws Problem platform.busy: perhaps not all are stored, the same may be tried again
     */
    public List<CardDraft> sayAndWait(Actor voice, List<CardDraft> cards) {
        List<Waiting> answers = new ArrayList<>();
        for (CardDraft card : cards) {
            answers.add(post(voice, card));
        }
        List<CardDraft> stored = new ArrayList<>();
        for (int i = 0; i < cards.size(); i++) {
            if (answers.get(i).isStored(patience)) {
                stored.add(cards.get(i));
            }
        }
        return stored;
    }

    private Waiting post(Actor sender, CardDraft card) {
        Waiting waiting = new Waiting();
        offer(sender, card.conversationId(), 0, () -> BodyRule.card(card), waiting);
        return waiting;
    }

    /** A card that a member shares: with the limit of what he writes, for callers that may wait. Throws the refusal. */
    public Ack shareAndWait(Actor member, CardDraft card) {
        requireSlow(member, bandwidth);
        return post(member, card).get(patience);
    }

    /** The same for a customer. */
    public Ack shareAsGuestAndWait(Actor guest, CardDraft card) {
        requireSlow(guest, ofGuest);
        return post(guest, card).get(patience);
    }

    /** What a member writes, checked by a program; as {@link #sendAndWait} in everything else. */
    Ack passAndWait(Actor member, long conversationId, BodyRule.Checked draft) {
        requireSlow(member, bandwidth);
        Waiting waiting = new Waiting();
        offer(new Pending(member, conversationId, draft, moment(), false, waiting));
        return waiting.get(patience);
    }

    /** What programs say in the past was said then; 0 stands for now. Cards come when they come. */
    private static long moment() {
        return Past.moment().map(Instant::toEpochMilli).orElse(0L);
    }

    private void requireSlow(Actor actor, Bandwidth limit) {
        if (isTooFast(actor, limit)) {
            throw tooFast();
        }
    }

    private boolean isTooFast(Actor actor, Bandwidth limit) {
        return !limits.get(
                        actor.principalId(),
                        id -> Bucket.builder().addLimit(limit).build())
                .tryConsume(1);
    }

    private static Problem tooFast() {
        return MessagingProblem.TOO_FAST.problem(Problem.RETRY_AFTER, 1);
    }

    private void offer(
            Actor actor, long conversationId, long atMillis, Supplier<BodyRule.Checked> check, SendCallback callback) {
        Pending pending;
        try {
            pending = new Pending(actor, conversationId, check.get(), atMillis, false, callback);
        } catch (Problem problem) {
            callback.refused(problem);
            return;
        }
        offer(pending);
    }

    private void offer(Pending pending) {
        if (!appender.offer(pending)) {
            pending.callback().refused(Appender.busy());
        }
    }

    /**
     * A card for the log.
     *
     * @param key as of a {@link Draft}
     * @param subject what it is about: a key is repeated with the same subject only
     * @param body JSON as stored and shown
     */
    public record CardDraft(long conversationId, String key, String subject, String body) {}

    private static final class Waiting implements SendCallback {

        private final CompletableFuture<Ack> answer = new CompletableFuture<>();

        @Override
        public void stored(Ack ack) {
            answer.complete(ack);
        }

        @Override
        public void refused(Problem problem) {
            answer.completeExceptionally(problem);
        }

        /** False when the other side is gone. */
        boolean isStored(Duration patience) {
            try {
                get(patience);
                return true;
            } catch (Problem problem) {
                if (problem.is(MessagingProblem.PEER_UNAVAILABLE)) {
                    return false;
                }
                throw problem;
            }
        }

        Ack get(Duration patience) {
            try {
                return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (ExecutionException e) {
                if (e.getCause() instanceof Problem problem) {
                    throw problem;
                }
                throw new IllegalStateException(e);
            } catch (TimeoutException e) {
                throw Appender.busy();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw Appender.busy();
            }
        }
    }
}
