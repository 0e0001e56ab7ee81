package org.qiao.approval;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What those who may read a run say to each other about it. Whoever is mentioned may read it from then on. */
@Service
class Comments {

    private static final int TEXT_MAX = 2_000;
    private static final int COMMENTS_MAX = 5_000;

    private final CommentStore store;
    private final Access access;
    private final Members members;
    private final Files files;
    private final Tellings tellings;
    private final Clock clock;

    Comments(CommentStore store, Access access, Members members, Files files, Tellings tellings, Clock clock) {

        this.store = store;
        this.access = access;
        this.members = members;
        this.files = files;
        this.tellings = tellings;
        this.clock = clock;
    }

    /**
     * Body of POST /api/approvals/{id}/comments.
     *
     * @param files own uploads
     * @param key once for the author; a repeat changes nothing
     */
    record ApprovalCommentRequest(
            @NotBlank @Size(max = TEXT_MAX) String text,
            @Size(max = 20) List<@NotNull Long> mentions,
            @Size(max = 9) List<@NotNull Long> files,
            @NotBlank @Size(max = 64) String key) {

        ApprovalCommentRequest {
            mentions = mentions == null ? List.of() : List.copyOf(mentions);
            files = files == null ? List.of() : List.copyOf(files);
        }
    }

    record ApprovalCommentView(
            long id, Card author, String text, List<Card> mentions, List<FileView> files, Instant at) {

        ApprovalCommentView {
            mentions = List.copyOf(mentions);
            files = List.copyOf(files);
        }
    }

    Page<ApprovalCommentView> list(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        access.require(actor, id);
        int size = Limits.page(limit);
        Page<CommentStore.Row> page = Page.cut(
                store.list(actor.orgId(), id, Limits.key(after, 0), size + 1), size, row -> Long.toString(row.id()));
        Set<Long> people = new HashSet<>();
        page.items().forEach(row -> {
            people.add(row.authorId());
            people.addAll(row.mentions());
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        return page.map(row -> new ApprovalCommentView(
                row.id(),
                Objects.requireNonNull(cards.get(row.authorId())),
                row.text(),
                row.mentions().stream().map(cards::get).filter(Objects::nonNull).toList(),
                row.files().stream()
                        .map(file -> files.describe(actor.orgId(), file))
                        .toList(),
                row.at()));
    }

    @Transactional
    public void add(Actor actor, long id, ApprovalCommentRequest request) {
        Access.Seen seen = access.see(actor, id);
        Approval run = seen.run();
        access.requireMayComment(seen);
        if (store.count(actor.orgId(), id) >= COMMENTS_MAX) {
            throw ApprovalProblem.TOO_MANY_COMMENTS.problem("max", COMMENTS_MAX);
        }
        if (members.present(actor, request.mentions()).size()
                != Set.copyOf(request.mentions()).size()) {
            throw ApprovalProblem.UNKNOWN_MEMBER.problem();
        }
        request.files().forEach(file -> files.requireOwn(actor, file));
        Instant now = clock.instant();
        if (store.insert(actor, id, request, now).isEmpty()) {
            return;
        }
        access.tell(run, request.mentions(), now);
        tellings.commented(run, actor, request.mentions());
    }
}
