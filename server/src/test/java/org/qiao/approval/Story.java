package org.qiao.approval;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.EventStore.Stored;
import org.qiao.flow.Approvers;
import org.qiao.flow.Command;
import org.qiao.flow.Engine;
import org.qiao.flow.FlowEvent;
import org.qiao.flow.FlowState;
import org.qiao.flow.Node;
import org.qiao.flow.People;
import org.qiao.flow.Route;
import org.qiao.form.Facts;

/** A run without a database: commands one after the other. The applicant is 1; everybody is present. */
final class Story implements People {

    static final long APPLICANT = 1;
    private static final Instant NOON = Instant.parse("2026-11-27T04:00:00Z");

    final Route route;
    final List<Stored> events = new ArrayList<>();
    FlowState state = FlowState.EMPTY;

    Story(Node... nodes) {
        this.route = Route.of(nodes);
    }

    static Node.Approve approve(String id, long... people) {
        return approve(id, Map.of(), people);
    }

    static Node.Approve approve(String id, Map<String, Node.Access> fields, long... people) {
        List<Long> ids = java.util.Arrays.stream(people).boxed().toList();
        return new Node.Approve(
                id,
                "Node " + id,
                new Approvers.Members(ids),
                org.qiao.flow.Together.ALL,
                org.qiao.flow.Nobody.PASS,
                Node.SameAsApplicant.ASK,
                Node.AlreadyAgreed.ASK,
                null,
                new HashMap<>(fields),
                java.util.EnumSet.allOf(Node.Action.class));
    }

    Engine engine() {
        return new Engine(route, this, Facts.NONE);
    }

    Story submit() {
        return does(Command.Submit.of(APPLICANT));
    }

    /** By whoever the command names. */
    Story does(Command command) {
        engine().judge(state, command).forEach(event -> happens(event, command.by()));
        return this;
    }

    Story happens(FlowEvent event, @Nullable Long by) {
        events.add(new Stored(events.size() + 1, NOON.plusSeconds(events.size()), by, event));
        state = state.after(event);
        return this;
    }

    @Override
    public List<Long> find(Approvers approvers, long applicant) {
        return approvers instanceof Approvers.Members members ? members.ids() : List.of();
    }

    @Override
    public boolean choosable(Approvers.Chosen chosen, long person) {
        return true;
    }

    @Override
    public boolean present(long person) {
        return true;
    }

    @Override
    public Optional<Long> superior(long person) {
        return Optional.empty();
    }

    @Override
    public List<Long> admins() {
        return List.of();
    }

    @Override
    public Optional<Long> delegate(long person) {
        return Optional.empty();
    }
}
