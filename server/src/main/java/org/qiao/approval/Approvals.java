package org.qiao.approval;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ActRequests.DecideRequest;
import org.qiao.approval.ActRequests.SubmitRequest;
import org.qiao.approval.ActRequests.Verdict;
import org.qiao.approvaltemplate.Templates;
import org.qiao.flow.FlowState;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Approvals for other modules, in the name of a person: with his rights, the same rules and the same refusals as in the client.
 */
@Service
public class Approvals {

    private final Submissions submissions;
    private final Decisions decisions;
    private final Access access;
    private final RunViews views;
    private final ListStore lists;
    private final Books books;
    private final Templates templates;

    Approvals(
            Submissions submissions,
            Decisions decisions,
            Access access,
            RunViews views,
            ListStore lists,
            Books books,
            Templates templates) {
        this.submissions = submissions;
        this.decisions = decisions;
        this.access = access;
        this.views = views;
        this.lists = lists;
        this.books = books;
        this.templates = templates;
    }

    /**
     * A new run.
     *
     * @param key once for the applicant; the same again gives the same run
     * @param version of the template for which the values were made; null: the published one
     * @param chosen members by node, where the applicant chooses
     */
    public record Order(
            String key, long templateId, @Nullable Integer version, JsonNode values, Map<String, List<Long>> chosen) {}

    /** @param created false when the key was known */
    public record Started(long id, boolean created) {}

    /**
     * A decision and what it brings along.
     *
     * @param verdict AGREE, REFUSE or HANDLE
     * @param signature own upload, as are the files
     * @param changes values of fields that the node lets the person edit
     */
    public record Decision(
            int task,
            String verdict,
            @Nullable String reason,
            @Nullable Long signature,
            List<Long> files,
            @Nullable JsonNode changes) {

        /** One that brings nothing along. */
        public static Decision plain(int task, String verdict, @Nullable String reason) {
            return new Decision(task, verdict, reason, null, List.of(), null);
        }
    }

    /** @param forWhom whose delegate the assignee is */
    public record OpenTask(
            int task, String node, long assignee, @Nullable Long forWhom) {}

    /** A run as one person sees it. */
    public record Details(ApprovalFacts facts, ObjectNode values, List<OpenTask> tasks) {}

    public Started start(Actor actor, Order order) {
        Integer version = order.version();
        int number = version != null
                ? version
                : books.findKey(actor, order.key()).isPresent()
                        ? 1 // not looked at: the run is there
                        : templates.requireStartable(actor, order.templateId()).number();
        Submissions.Submitted submitted = submissions.submit(
                actor,
                new SubmitRequest(order.key(), order.templateId(), number, order.values(), order.chosen(), null));
        return new Started(submitted.id(), submitted.created());
    }

    /** approval.not_found for everybody who may not read it. Does not count as reading. */
    public Details get(Actor actor, long id) {
        Approval run = access.require(actor, id);
        RunViews.Loaded loaded = views.load(actor, run, access.mayManage(actor, run));
        FlowState state = loaded.state();
        List<OpenTask> tasks = state.openTasks().stream()
                .map(task ->
                        new OpenTask(task.number(), state.frame(task.frame()).node(), task.assignee(), task.forWhom()))
                .toList();
        return new Details(ApprovalFacts.of(run), loaded.visible().values().json(), tasks);
    }

    /** What the person started with a key. */
    public Optional<Long> findKey(Actor actor, String key) {
        return books.findKey(actor, key);
    }

    /** A run by its number, whether or not the person may read it. */
    public Optional<Long> findNumber(Actor actor, String number) {
        return lists.findNumber(actor, number);
    }

    /** Those that the person may read as applicant, reader or by his data rights; not those he only sees in a conversation. */
    public Set<Long> readable(Actor actor, Collection<Long> ids) {
        return ids.isEmpty() ? Set.of() : lists.readable(actor, ids, templates.managedBy(actor));
    }

    public void decide(Actor actor, long id, Decision decision) {
        Verdict verdict = Verdict.valueOf(decision.verdict());
        decisions.decide(
                actor,
                id,
                new DecideRequest(
                        decision.task(),
                        verdict,
                        decision.reason(),
                        decision.signature(),
                        decision.files(),
                        decision.changes()));
    }
}
