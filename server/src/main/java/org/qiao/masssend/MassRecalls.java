package org.qiao.masssend;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.messaging.Hints;
import org.qiao.messaging.MessagingProblem;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes back what was sent, in the order in which it was sent: by entries in the name of who sent it. */
@Component
class MassRecalls {

    private final Portions portions;
    private final MassSpeech speech;
    private final Hints hints;
    private final MassPace pace;

    MassRecalls(Portions portions, MassSpeech speech, Hints hints, MassPace pace) {
        this.portions = portions;
        this.speech = speech;
        this.hints = hints;
        this.pace = pace;
    }

    /** One turn. @return how many recipients were looked at */
    int turn() {
        Optional<Mass> next = portions.next();
        if (next.isEmpty()) {
            return 0;
        }
        Mass mass = next.get();
        List<Recipient> rows = portions.rows(mass, pace.portion());
        FaultPoints.reached("masssend.recall");
        List<Recipient> settled = rows.stream()
                .takeWhile(row -> row.result() == MassResult.SENT) // behind one that is under way, all wait
                .toList();
        List<Callable<RecallResult>> work = new ArrayList<>();
        settled.forEach(recipient -> work.add(() -> takeBack(mass, recipient)));
        List<RecallResult> answers = Together.all(work);
        Map<Long, RecallResult> results = new LinkedHashMap<>();
        for (int i = 0; i < settled.size(); i++) {
            results.put(settled.get(i).id(), answers.get(i));
        }
        long reached =
                settled.isEmpty() ? mass.recallReached() : settled.getLast().id();
        portions.done(mass, results, reached, !rows.isEmpty());
        if (rows.isEmpty()) {
            hints.tell(List.of(mass.authorId()), MassMessages.TOPIC, mass.id(), "CHANGED");
        }
        return results.size();
    }

    private RecallResult takeBack(Mass mass, Recipient recipient) {
        try {
            for (Long seq : recipient.seqs()) {
                speech.recall(mass, recipient.memberId(), Objects.requireNonNull(recipient.conversationId()), seq);
            }
            return RecallResult.DONE;
        } catch (Problem problem) {
            if (problem.is(MessagingProblem.RECALL_TOO_LATE)) {
                return RecallResult.TOO_LATE;
            }
            if (problem.is(PlatformProblem.BUSY)) {
                throw problem; // all of them wait for a while
            }
            return RecallResult.FAILED;
        }
    }

    /** What of it is a transaction. */
    @Component
    static class Portions {

        private static final Duration SOON = Duration.ofSeconds(2);

        private final Kept kept;
        private final Clock clock;

        Portions(Kept kept, Clock clock) {
            this.kept = kept;
            this.clock = clock;
        }

        /** Whoever gets it has it until it is lost. */
        @Transactional
        public Optional<Mass> next() {
            Instant now = clock.instant();
            return kept.masses().nextRecall(now, now.plus(MassPortions.LOST));
        }

        List<Recipient> rows(Mass mass, int most) {
            return kept.recipients().toRecall(mass, most);
        }

        @Transactional
        public void done(Mass mass, Map<Long, RecallResult> results, long reached, boolean more) {
            if (!results.isEmpty()) {
                kept.recipients().recalled(mass.orgId(), results);
            }
            kept.masses().recalled(mass, reached, dueAt(results.isEmpty(), more));
        }

        private @Nullable Instant dueAt(boolean waits, boolean more) {
            if (!more) {
                return null;
            }
            return waits ? clock.instant().plus(SOON) : clock.instant();
        }
    }
}
