package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.qiao.approval.ReaderStore.Reader;
import org.qiao.approval.ReaderStore.Why;
import org.qiao.approvaltemplate.TemplateSettings;
import org.qiao.approvaltemplate.Templates;
import org.qiao.messaging.Conversations;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/**
 * Who may read a run: its applicant, whoever is or was asked or was given a copy, the members of a conversation it was shown in,
 * and whoever has the data rights of the template. For everybody else it is not there.
 */
@Component
class Access {

    private static final int READERS_MAX = 5_000;
    private static final int SHARES_MAX = 50;

    private final ApprovalStore store;
    private final ReaderStore readers;
    private final ShareStore shares;
    private final Conversations conversations;
    private final Templates templates;

    Access(
            ApprovalStore store,
            ReaderStore readers,
            ShareStore shares,
            Conversations conversations,
            Templates templates) {
        this.store = store;
        this.readers = readers;
        this.shares = shares;
        this.conversations = conversations;
        this.templates = templates;
    }

    Approval require(Actor actor, long id) {
        return find(actor, id).orElseThrow(ApprovalProblem.NOT_FOUND::problem);
    }

    Optional<Approval> find(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .filter(run -> readers.find(actor, id).isPresent() || mayManage(actor, run) || isShownTo(actor, run));
    }

    Approval requireApplicant(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .filter(run -> run.applicantId() == actor.principalId())
                .orElseThrow(ApprovalProblem.NOT_FOUND::problem);
    }

    Optional<Reader> reader(Actor actor, Approval run) {
        return readers.find(actor, run.id());
    }

    boolean mayManage(Actor actor, Approval run) {
        return templates.maySeeAll(actor, run.templateId());
    }

    private boolean isShownTo(Actor actor, Approval run) {
        return shares.list(actor.orgId(), run.id(), SHARES_MAX).stream()
                .anyMatch(id -> conversations.isMember(actor, id));
    }

    /** As the template says: all who may read, only those who are or were asked, or nobody. */
    void requireMayComment(Actor actor, Approval run) {
        TemplateSettings settings =
                templates.get(run.orgId(), run.templateId(), run.templateNo()).settings();
        boolean allowed =
                switch (settings.comments()) {
                    case READERS -> true;
                    case ASKED -> reader(actor, run).map(Reader::asked).orElse(false);
                    case NOBODY -> false;
                };
        if (!allowed) {
            throw ApprovalProblem.NO_COMMENTS.problem();
        }
    }

    void share(Actor actor, Approval run, long conversationId, Instant now) {
        if (shares.list(actor.orgId(), run.id(), SHARES_MAX).size() >= SHARES_MAX) {
            throw ApprovalProblem.TOO_MANY_READERS.problem("max", SHARES_MAX);
        }
        shares.add(actor, run.id(), conversationId, now);
    }

    /** From now on these people may read it. */
    void tell(Approval run, Collection<Long> people, Instant now) {
        if (readers.count(run.orgId(), run.id()) + people.size() > READERS_MAX) {
            throw ApprovalProblem.TOO_MANY_READERS.problem("max", READERS_MAX);
        }
        readers.add(run.orgId(), run.id(), people, Why.TOLD, now);
    }

    void read(Actor actor, Approval run) {
        readers.read(actor, run.id(), run.version());
    }
}
