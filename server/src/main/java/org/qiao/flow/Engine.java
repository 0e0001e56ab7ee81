package org.qiao.flow;

import java.util.List;
import org.qiao.form.Facts;

/** Judges commands. Has no state of its own: made for one command from what the caller has loaded. */
public final class Engine {

    private final Route route;
    private final People people;
    private final Facts facts;

    public Engine(Route route, People people, Facts facts) {
        this.route = route;
        this.people = people;
        this.facts = facts;
    }

    /**
     * What follows from a command; nothing is changed.
     *
     * @throws org.qiao.platform.Problem one of {@link FlowProblem}
     */
    public List<FlowEvent> judge(FlowState state, Command command) {
        throw new UnsupportedOperationException(route + " " + people + " " + facts);
    }

    /** The path of a draft with its people, walked with the same code by an applicant and approvers who agree at once. */
    public List<Step> preview(Command.Submit draft) {
        throw new UnsupportedOperationException();
    }

    /** Where the instance stands and the rest of its path. Empty when it has ended. */
    public List<Step> preview(FlowState state) {
        throw new UnsupportedOperationException();
    }
}
