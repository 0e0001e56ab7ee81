package org.qiao.followup;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.util.List;
import org.qiao.followup.ReplyStore.Reply;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Answers that are written again and again: everybody's own, and the team's, which administrators keep. */
@Service
class CannedReplies {

    private static final int REPLIES_MAX = 500;
    private static final int TITLE_MAX = 60;

    private final ReplyStore store;
    private final Clock clock;

    CannedReplies(ReplyStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    record CannedReplyView(long id, String title, String text, boolean team) {

        @Override
        public String toString() {
            return "CannedReplyView " + id;
        }
    }

    record CannedReplyRequest(
            @NotNull @Size(max = 200) String title,
            @NotNull @Size(max = 2_000) String text,
            boolean team) {

        @Override
        public String toString() {
            return "CannedReplyRequest";
        }
    }

    /** His own first. */
    @Transactional(readOnly = true)
    public List<CannedReplyView> list(Actor actor) {
        return store.list(actor).stream().map(CannedReplies::view).toList();
    }

    private static CannedReplyView view(Reply reply) {
        return new CannedReplyView(reply.id(), reply.title(), reply.text(), reply.ownerId() == null);
    }

    @Transactional
    public CannedReplyView add(Actor actor, CannedReplyRequest request) {
        if (request.team()) {
            requireAdmin(actor);
        }
        Long owner = request.team() ? null : actor.principalId();
        FollowupProblem.requireRoom(store.count(actor.orgId(), owner) + 1, REPLIES_MAX);
        Reply reply = new Reply(0, owner, title(request.title()), text(request.text()));
        long id = store.add(actor.orgId(), reply, clock.instant());
        return view(new Reply(id, owner, reply.title(), reply.text()));
    }

    /** Whose it is does not change. */
    @Transactional
    public CannedReplyView change(Actor actor, long id, CannedReplyRequest request) {
        Reply before = requireMine(actor, id);
        Reply reply = new Reply(id, before.ownerId(), title(request.title()), text(request.text()));
        store.change(actor.orgId(), reply, clock.instant());
        return view(reply);
    }

    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id);
        store.delete(actor.orgId(), id);
    }

    private Reply requireMine(Actor actor, long id) {
        Reply reply = store.find(actor, id).orElseThrow(FollowupProblem.NOT_FOUND::problem);
        if (reply.ownerId() == null) {
            requireAdmin(actor);
        }
        return reply;
    }

    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw FollowupProblem.NOT_ALLOWED.problem();
        }
    }

    private static String title(String raw) {
        String title = PlainText.clean(raw);
        if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE_MAX) {
            throw FollowupProblem.BAD_TITLE.problem("field", "title", "max", TITLE_MAX);
        }
        return title;
    }

    private static String text(String raw) {
        String text = raw.strip();
        if (text.isEmpty() || text.indexOf(0) >= 0) {
            throw FollowupProblem.BAD_TEXT.problem("field", "text");
        }
        return text;
    }
}
