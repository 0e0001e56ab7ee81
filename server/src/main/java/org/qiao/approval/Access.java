package org.qiao.approval;

import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

    /** @param reader null: he sees it by his data rights or in a conversation */
    record Seen(Approval run, @Nullable Reader reader) {

        /** Nothing is new to whoever is no reader. */
        int readVersion() {
            return reader == null ? run.version() : reader.readVersion();
        }
    }

    Seen see(Actor actor, long id) {
        return look(actor, id).orElseThrow(ApprovalProblem.NOT_FOUND::problem);
    }

    Approval require(Actor actor, long id) {
        return see(actor, id).run();
    }

    Optional<Approval> find(Actor actor, long id) {
        return look(actor, id).map(Seen::run);
    }

    private Optional<Seen> look(Actor actor, long id) {
        return store.find(actor.orgId(), id)
                .map(run -> new Seen(run, readers.find(actor, id).orElse(null)))
                .filter(seen -> seen.reader() != null || mayManage(actor, seen.run()) || isShownTo(actor, seen.run()));
    }

    boolean mayManage(Actor actor, Approval run) {
        return templates.maySeeAll(actor, run.templateId());
    }

    private boolean isShownTo(Actor actor, Approval run) {
        return shares.list(actor.orgId(), run.id(), SHARES_MAX).stream()
                .anyMatch(id -> conversations.isMember(actor, id));
    }

    /** As the template says: all who may read, only those who are or were asked, or nobody. */
    void requireMayComment(Seen seen) {
        Approval run = seen.run();
        Reader reader = seen.reader();
        TemplateSettings settings =
                templates.get(run.orgId(), run.templateId(), run.templateNo()).settings();
        boolean allowed =
                switch (settings.comments()) {
                    case READERS -> true;
                    case ASKED -> reader != null && reader.asked();
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
        requireRoom(run, people.size());
        readers.add(run.orgId(), run.id(), people, Why.TOLD, now);
    }

    void requireRoom(Approval run, int more) {
        if (readers.count(run.orgId(), run.id()) + more > READERS_MAX) {
            throw ApprovalProblem.TOO_MANY_READERS.problem("max", READERS_MAX);
        }
    }

    void read(Actor actor, Approval run) {
        readers.read(actor, run.id(), run.version());
    }
}
