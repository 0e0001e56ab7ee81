package org.qiao.gateway;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.qiao.platform.Problem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Those who wait to be looked up before their socket opens. Whoever arrives while a question is on its way goes into the next
 * one: a lone arrival waits for nobody, a storm costs the database a few questions.
 */
@Component
final class Arrivals {

    private static final Logger log = LoggerFactory.getLogger(Arrivals.class);

    private static final int WAITING_MAX = 4_096;
    private static final int AT_ONCE = 256;

    private final Admission admission;
    private final Workers workers;
    private final ArrayBlockingQueue<Arrival> waiting = new ArrayBlockingQueue<>(WAITING_MAX);
    private final AtomicBoolean asking = new AtomicBoolean();

    Arrivals(Admission admission, Workers workers) {
        this.admission = admission;
        this.workers = workers;
    }

    /**
     * One of the two is called later, on another thread.
     *
     * @throws RejectedExecutionException when too many wait
     */
    void lookUp(UpgradeRequest request, Consumer<Admission.Entry> admitted, Consumer<Problem> refused) {
        if (!waiting.offer(new Arrival(request, admitted, refused))) {
            throw new RejectedExecutionException("full");
        }
        ask();
    }

    private void ask() {
        if (asking.compareAndSet(false, true)) {
            try {
                workers.execute(this::answer);
            } catch (RejectedExecutionException e) {
                asking.set(false);
                refuseAll(take());
            }
        }
    }

    /** On a worker. */
    private void answer() {
        try {
            for (List<Arrival> some = take(); !some.isEmpty(); some = take()) {
                answer(some);
            }
        } finally {
            asking.set(false);
        }
        if (!waiting.isEmpty()) {
            ask(); // somebody came between the last look and the flag
        }
    }

    private void answer(List<Arrival> some) {
        List<Admission.Answer> answers;
        try {
            answers = admission.admit(some.stream().map(Arrival::request).toList());
        } catch (RuntimeException e) { // an edge: the database is away; the clients come again
            log.warn("Could not look up who connects: {}", e.getClass().getName());
            refuseAll(some);
            return;
        }
        for (int i = 0; i < some.size(); i++) {
            tell(some.get(i), answers.get(i));
        }
    }

    private static void tell(Arrival arrival, Admission.Answer answer) {
        try {
            switch (answer) {
                case Admission.Entry entry -> arrival.admitted().accept(entry);
                case Admission.Refusal refusal -> arrival.refused().accept(refusal.problem());
            }
        } catch (RejectedExecutionException e) {
            log.debug("The event loops have stopped");
        }
    }

    private List<Arrival> take() {
        List<Arrival> some = new ArrayList<>();
        waiting.drainTo(some, AT_ONCE);
        return some;
    }

    private static void refuseAll(List<Arrival> some) {
        some.forEach(
                arrival -> tell(arrival, new Admission.Refusal(GatewayProblem.FAILED.problem(Problem.RETRY_AFTER, 2))));
    }

    private record Arrival(UpgradeRequest request, Consumer<Admission.Entry> admitted, Consumer<Problem> refused) {}
}
