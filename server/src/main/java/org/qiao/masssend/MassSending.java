package org.qiao.masssend;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customer.CustomerThreads;
import org.qiao.masssend.Listeners.Door;
import org.qiao.masssend.MassMessages.Around;
import org.qiao.masssend.MassPortions.Portion;
import org.qiao.masssend.MassSpeech.Listener;
import org.qiao.masssend.RecipientStore.Outcome;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.ShareStore.Share;
import org.qiao.messaging.MessagingProblem;
import org.qiao.platform.FaultPoints;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Sends what is due, portion by portion; everybody whose part is due gets his turn. */
@Component
class MassSending {

    private static final Logger LOG = LoggerFactory.getLogger(MassSending.class);

    /** Portions in a turn, also when nobody in them gets anything. */
    private static final int ROUNDS = 40;

    private final MassPortions portions;
    private final MassSpeech speech;
    private final CustomerThreads threads;
    private final Around around;
    private final MassPace pace;

    MassSending(MassPortions portions, MassSpeech speech, CustomerThreads threads, Around around, MassPace pace) {
        this.portions = portions;
        this.speech = speech;
        this.threads = threads;
        this.around = around;
        this.pace = pace;
    }

    /** One turn: no more messages than the pace allows. @return messages that were said */
    int turn() {
        int said = 0;
        for (int rounds = 0; rounds < ROUNDS && said < pace.messages(); rounds++) {
            Optional<Portion> portion = portions.take(pace.portion(), pace.messages() - said);
            if (portion.isEmpty()) {
                return said;
            }
            said += send(portion.get());
        }
        return said;
    }

    private int send(Portion portion) {
        Mass mass = portion.mass();
        FaultPoints.reached("masssend.taken");
        if (portion.listeners().isEmpty()) {
            around.hints()
                    .tell(
                            List.of(mass.authorId(), portion.share().memberId()),
                            MassMessages.TOPIC,
                            mass.id(),
                            "CHANGED");
            return 0;
        }
        Ready ready = speech.ready(mass);
        if (!speech.mayGo(portion, ready)) {
            portions.finish(
                    portion,
                    portion.listeners().keySet().stream()
                            .map(recipient -> new Outcome(recipient, MassResult.FORBIDDEN, 0, List.of()))
                            .toList());
            return 0;
        }
        List<Callable<Optional<Outcome>>> work = new ArrayList<>();
        portion.listeners().forEach((recipient, door) -> work.add(() -> reach(portion, ready, recipient, door)));
        List<Outcome> outcomes =
                Together.all(work).stream().flatMap(Optional::stream).toList();
        FaultPoints.reached("masssend.said");
        if (!outcomes.isEmpty()) {
            portions.finish(portion, outcomes);
        }
        return outcomes.stream().mapToInt(outcome -> outcome.seqs().size()).sum();
    }

    /** Empty: the log is busy or the database away, later is another try. One that fails keeps no other from it. */
    private Optional<Outcome> reach(Portion portion, Ready ready, Recipient recipient, Door door) {
        List<Long> seqs = new ArrayList<>();
        MassResult why = MassResult.FAILED;
        long conversation = 0;
        try {
            Optional<Long> thread = thread(portion, door);
            if (thread.isEmpty()) {
                return Optional.of(new Outcome(recipient, MassResult.NO_RELATION, 0, seqs));
            }
            conversation = thread.get();
            Share share = portion.share();
            Listener listener = new Listener(recipient, share.memberId(), share.senderName(), conversation);
            for (Supplier<OptionalLong> message : speech.messages(portion.mass(), ready, listener)) {
                message.get().ifPresent(seqs::add);
                FaultPoints.reached("masssend.one");
            }
        } catch (Problem problem) {
            if (problem.is(PlatformProblem.BUSY)) {
                return Optional.empty();
            }
            why = isApart(problem) ? MassResult.NO_RELATION : MassResult.FAILED;
        } catch (DataAccessException | TransactionException e) {
            LOG.warn("Recipient {} was not reached yet", recipient.id(), e);
            return Optional.empty();
        } catch (RuntimeException e) { // an edge: whatever is wrong with one, the others get it
            LOG.error("Recipient {} cannot be reached", recipient.id(), e);
        }
        // What he has seen a part of was sent: only so it can be taken back.
        return Optional.of(new Outcome(recipient, seqs.isEmpty() ? why : MassResult.SENT, conversation, seqs));
    }

    private Optional<Long> thread(Portion portion, Door door) {
        Long known = door.conversationId();
        return known == null ? threads.ensure(portion.share().orgId(), door.relationId()) : Optional.of(known);
    }

    private static boolean isApart(Problem problem) {
        return problem.is(MessagingProblem.PEER_UNAVAILABLE) || problem.is(MessagingProblem.NOT_FOUND);
    }
}
