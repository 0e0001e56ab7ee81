package org.qiao.flow;

import java.util.Optional;
import org.qiao.flow.FlowState.Frame;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.Task;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Timer;
import org.qiao.flow.FlowState.Why;

/** What the clock and other systems do. What comes too late changes nothing. */
final class Timing {

    private final Work work;
    private final Walk walk;
    private final Actions actions;

    Timing(Work work, Walk walk, Actions actions) {
        this.work = work;
        this.walk = walk;
        this.actions = actions;
    }

    void fired(Command.TimerFired command) {
        Optional<Timer> timer = work.state().timers().stream()
                .filter(each -> each.number() == command.timer())
                .findFirst();
        if (timer.isEmpty() || !work.running()) {
            return;
        }
        Integer task = timer.get().set().task();
        if (task != null) {
            limit(work.state().task(task));
            return;
        }
        Frame frame = work.frame(timer.get().set().frame());
        boolean webhook = work.map().at(frame.node()).node() instanceof Node.Webhook;
        walk.done(frame.number(), Outcome.PASSED, webhook ? Why.NO_ANSWER : Why.TIME_OVER);
    }

    void answered(Command.WebhookAnswered command) {
        int number = command.frame();
        if (!work.running() || number < 1 || number > work.state().frames().size()) {
            return;
        }
        Frame frame = work.frame(number);
        if (!frame.live() || !(work.map().at(frame.node()).node() instanceof Node.Webhook)) {
            return;
        }
        work.emit(new FlowEvent.WebhookAnswered(number, command.ok(), command.text()));
        if (command.ok()) {
            walk.done(number, Outcome.PASSED, Why.ANSWERED);
        } else {
            work.emit(new FlowEvent.FrameClosed(number, Outcome.REFUSED, Why.ANSWERED, null));
            walk.end(Status.REFUSED, null, Why.ANSWERED, command.text());
        }
    }

    private void limit(Task task) {
        Limit limit = work.asks(task.frame()).limit();
        if (limit == null) {
            return;
        }
        work.emit(new FlowEvent.LimitReached(task.number(), limit.then()));
        switch (limit.then()) {
            case REMIND -> remind(task, limit);
            case TRANSFER -> {
                if (!actions.passOn(task, limit.to())) {
                    remind(task, limit);
                }
            }
            case PASS -> decide(task, TaskStatus.PASSED);
            case REFUSE -> decide(task, TaskStatus.REFUSED);
        }
    }

    private void remind(Task task, Limit limit) {
        if (task.reminders() + 1 < Limit.MAX_REMINDERS) {
            walk.timer(task.frame(), task.number(), limit.after());
        }
    }

    private void decide(Task task, TaskStatus how) {
        work.emit(new FlowEvent.TaskClosed(task.number(), how, null, Why.LIMIT, null));
        walk.asking().settle(task.frame());
    }
}
