package org.qiao.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qiao.flow.FlowState.Outcome;
import org.qiao.flow.FlowState.Status;
import org.qiao.flow.FlowState.TaskStatus;
import org.qiao.flow.FlowState.Why;

/** Events that no engine would make are noticed. */
class InvariantsTest {

    private static final Node[] ROUTE = {
        Routes.parallel("p", Routes.way("x", Routes.all("nx", "A,B")), Routes.way("y", Routes.delay("d", 5)))
    };

    private static void broken(String what, FlowEvent... events) {
        FlowState state = Scene.of(ROUTE).play("asks A,B").state;
        for (FlowEvent event : events) {
            state = state.after(event);
        }
        assertThat(Invariants.check(state, Route.of(ROUTE))).anyMatch(line -> line.contains(what));
    }

    @Test
    void everyKindOfMistakeIsNamed() {
        broken("nobody is asked", closed(1, TaskStatus.AGREED, 1L), closed(2, TaskStatus.AGREED, 2L));
        broken("closed by nobody", closed(1, TaskStatus.AGREED, null));
        broken("two open tasks", new FlowEvent.TaskOpened(3, 2, null, 1, 1, null, false, null, null));
        broken("0 live frames in lane y", new FlowEvent.FrameClosed(3, Outcome.PASSED, Why.TIME_OVER, null));
        broken("a closed frame is pending", new FlowEvent.FrameClosed(2, Outcome.AGREED, Why.ACTION, null));
        broken("not open", new FlowEvent.LaneEnded(1, "x"));
        broken("a live frame in", new FlowEvent.Ended(Status.AGREED, null, Why.ROUTE_ENDED, null));
        broken("a pending task in", new FlowEvent.Ended(Status.REVOKED, null, Why.REVOKED, null));
        broken("a timer in", new FlowEvent.Ended(Status.REFUSED, null, Why.REFUSED, null));
        broken(
                "which is not open",
                new FlowEvent.TaskQueued(1),
                new FlowEvent.TimerSet(2, 2, 1, new Span(5, false), null, null));
        broken(
                "2 live frames in lane x",
                new FlowEvent.FrameEntered(4, "nx", 2, 1, "x", null, Together.ALL, null, null));
        broken("wrong lane", new FlowEvent.FrameEntered(4, "d", 2, 1, "x", null, null, null, null));
        broken("lies in no lane", new FlowEvent.FrameEntered(4, "nx", 2, null, null, null, Together.ALL, null, null));
    }

    private static FlowEvent closed(int task, TaskStatus how, @org.jspecify.annotations.Nullable Long by) {
        return new FlowEvent.TaskClosed(task, how, by, Why.ACTION, null);
    }
}
