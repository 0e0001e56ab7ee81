package org.qiao.messaging;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Service;

/** The way into the log for everything people write. */
@Service
public class Messages {

    private static final int LIMITS_KEPT = 200_000;

    private final Appender appender;
    private final Bandwidth bandwidth;
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
        this.patience = settings.retry().plusSeconds(5);
    }

    /**
     * Hands the draft to the appender and returns at once; may be called on an event loop. Never throws: the callback hears of
     * refusals too, at once for a malformed draft, too many messages or a full queue, else on a thread of the appender. Two
     * drafts of one caller for one conversation keep their order.
     */
    public void send(Actor actor, Draft draft, SendCallback callback) {
        Bucket bucket = limits.get(
                actor.principalId(), id -> Bucket.builder().addLimit(bandwidth).build());
        if (!bucket.tryConsume(1)) {
            callback.refused(MessagingProblem.TOO_FAST.problem(Problem.RETRY_AFTER, 1));
            return;
        }
        offer(actor, draft, null, callback);
    }

    /** The same for callers that may wait. Throws the refusal. */
    public Ack sendAndWait(Actor actor, Draft draft) {
        Waiting waiting = new Waiting();
        send(actor, draft, waiting);
        return waiting.get(patience);
    }

    /** History from elsewhere, with its own time and without a limit. The order of the calls is the order in the log. */
    public Ack importAndWait(Actor actor, Draft draft, Instant at) {
        Waiting waiting = new Waiting();
        offer(actor, draft, at, waiting);
        return waiting.get(patience);
    }

    private void offer(Actor actor, Draft draft, @Nullable Instant at, SendCallback callback) {
        Pending pending;
        try {
            pending = new Pending(
                    actor, draft.conversationId(), BodyRule.check(draft), at == null ? 0 : at.toEpochMilli(), callback);
        } catch (Problem problem) {
            callback.refused(problem);
            return;
        }
        if (!appender.offer(pending)) {
            callback.refused(Appender.busy());
        }
    }

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
