package org.qiao.flow;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.flow.Node.Action;
import org.qiao.flow.Node.AlreadyAgreed;
import org.qiao.flow.Node.SameAsApplicant;
import org.qiao.flow.Node.Way;
import org.qiao.form.Condition;

/** Short words for routes in tests. */
final class Routes {

    private Routes() {}

    /** How a node asks; a copy for each change. */
    record Asked(
            String id,
            Approvers approvers,
            Together together,
            Nobody nobody,
            SameAsApplicant same,
            AlreadyAgreed already,
            @Nullable Limit limit) {

        Asked together(Together rule) {
            return new Asked(id, approvers, rule, nobody, same, already, limit);
        }

        Asked nobody(Nobody rule) {
            return new Asked(id, approvers, together, rule, same, already, limit);
        }

        Asked same(SameAsApplicant rule) {
            return new Asked(id, approvers, together, nobody, rule, already, limit);
        }

        Asked already(AlreadyAgreed rule) {
            return new Asked(id, approvers, together, nobody, same, rule, limit);
        }

        Asked limit(Limit.Then then, @Nullable String to) {
            Long person = to == null ? null : Long.valueOf(Company.id(to));
            return new Asked(
                    id, approvers, together, nobody, same, already, new Limit(new Span(60, true), then, person));
        }

        Node.Approve node() {
            return new Node.Approve(
                    id, null, approvers, together, nobody, same, already, limit, Map.of(), Set.of(Action.values()));
        }

        Node.Handle handle() {
            return new Node.Handle(id, null, approvers, together, nobody, limit, Map.of(), Set.of(Action.values()));
        }
    }

    static Asked ask(String id, Approvers approvers) {
        return new Asked(id, approvers, Together.ALL, Nobody.ADMIN, SameAsApplicant.ASK, AlreadyAgreed.ASK, null);
    }

    static Asked ask(String id, String letters) {
        return ask(id, new Approvers.Members(Company.ids(letters)));
    }

    static Node.Approve all(String id, String letters) {
        return ask(id, letters).node();
    }

    static Node.Approve any(String id, String letters) {
        return ask(id, letters).together(Together.ANY).node();
    }

    static Node.Approve inTurn(String id, String letters) {
        return ask(id, letters).together(Together.IN_TURN).node();
    }

    static Node.Approve share(String id, int percent, String letters) {
        return ask(id, letters).together(Together.share(percent)).node();
    }

    static Node.Cc cc(String id, String letters) {
        return new Node.Cc(id, null, new Approvers.Members(Company.ids(letters)), Map.of());
    }

    static Node.Parallel parallel(String id, Way... ways) {
        return new Node.Parallel(id, null, List.of(ways));
    }

    static Node.Branch branch(String id, Way... ways) {
        return new Node.Branch(id, null, List.of(ways));
    }

    static Node.Delay delay(String id, int minutes) {
        return new Node.Delay(id, null, Node.Wait.span(minutes));
    }

    static Node.Webhook webhook(String id, @Nullable Integer minutes) {
        return new Node.Webhook(id, null, "hook", minutes);
    }

    static Way way(String id, Node... nodes) {
        return new Way(id, null, null, Arrays.asList(nodes));
    }

    static Way way(String id, Condition when, Node... nodes) {
        return new Way(id, null, when, Arrays.asList(nodes));
    }
}
