package org.qiao.report;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.ReportReaderStore.Reader;
import org.qiao.report.ReportRequests.ReportCommentRequest;
import org.qiao.report.ReportTellings.Kind;
import org.qiao.report.ReportViews.ReportCommentView;
import org.qiao.report.ReportViews.ReportReaderLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers do with a report: like it and talk about it; and who they are. */
@Service
class Reactions {

    private static final int COMMENTS_MAX = 5_000;

    private final ReportAccess access;
    private final ReportStore store;
    private final ReportReaderStore readers;
    private final ReactionStore reactions;
    private final ReportBooks books;
    private final Members members;
    private final Clock clock;

    Reactions(
            ReportAccess access,
            ReportStore store,
            ReportReaderStore readers,
            ReactionStore reactions,
            ReportBooks books,
            Members members,
            Clock clock) {
        this.access = access;
        this.store = store;
        this.readers = readers;
        this.reactions = reactions;
        this.books = books;
        this.members = members;
        this.clock = clock;
    }

    @Transactional
    public void like(Actor actor, long id) {
        Report report = access.requireSent(actor, id);
        if (reactions.like(actor, report, clock.instant())) {
            store.count(report, 1, 0);
            books.changed(actor, report, Kind.LIKE);
        }
    }

    @Transactional
    public void unlike(Actor actor, long id) {
        Report report = access.requireSent(actor, id);
        if (reactions.unlike(actor, report)) {
            store.count(report, -1, 0);
            books.changed(actor, report, Kind.LIKE);
        }
    }

    Page<Card> likes(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        Report report = access.require(actor, id);
        int size = Limits.page(limit);
        Page<Long> page = Page.cut(
                reactions.likes(report, Limits.key(after, 0), size + 1), size, person -> Long.toString(person));
        return new Page<>(members.cards(actor, page.items()), page.next());
    }

    Page<ReportReaderLine> readers(
            Actor actor, long id, @Nullable Boolean read, @Nullable String after, @Nullable Integer limit) {
        Report report = access.require(actor, id);
        int size = Limits.page(limit);
        Page<Reader> page = Page.cut(
                readers.list(report, read, Limits.key(after, 0), size + 1),
                size,
                reader -> Long.toString(reader.principalId()));
        Map<Long, Card> cards = cards(
                actor,
                new HashSet<>(page.items().stream().map(Reader::principalId).toList()));
        return page.map(reader -> new ReportReaderLine(
                Objects.requireNonNull(cards.get(reader.principalId())), reader.recipient(), reader.readAt()));
    }

    private Map<Long, Card> cards(Actor actor, Set<Long> ids) {
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return cards;
    }

    Page<ReportCommentView> comments(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        Report report = access.require(actor, id);
        int size = Limits.page(limit);
        Page<ReactionStore.Comment> page = Page.cut(
                reactions.comments(report, Limits.key(after, 0), size + 1),
                size,
                comment -> Long.toString(comment.id()));
        Set<Long> people = new HashSet<>();
        page.items().forEach(comment -> {
            people.add(comment.authorId());
            people.addAll(comment.mentions());
        });
        Map<Long, Card> cards = cards(actor, people);
        return page.map(comment -> new ReportCommentView(
                comment.id(),
                Objects.requireNonNull(cards.get(comment.authorId())),
                comment.text(),
                comment.mentions().stream()
                        .map(cards::get)
                        .filter(Objects::nonNull)
                        .toList(),
                comment.at()));
    }

    /** Whoever is mentioned may read it from then on. */
    @Transactional
    public void comment(Actor actor, long id, ReportCommentRequest request) {
        Report report = access.requireSent(actor, id);
        if (report.comments() >= COMMENTS_MAX) {
            throw ReportProblem.TOO_MANY_COMMENTS.problem("max", COMMENTS_MAX);
        }
        Set<Long> mentioned = Set.copyOf(request.mentions());
        if (!mentioned.isEmpty() && members.present(actor, mentioned).size() < mentioned.size()) {
            throw ReportProblem.UNKNOWN_MEMBER.problem();
        }
        Instant now = clock.instant();
        if (reactions.comment(actor, report, request, now).isPresent()) {
            store.count(report, 0, 1);
            access.add(report, mentioned, false, now);
            books.changed(actor, report, Kind.COMMENT);
        }
    }

    @Transactional
    public void uncomment(Actor actor, long id, long commentId) {
        Report report = access.requireSent(actor, id);
        if (!reactions.uncomment(actor, report, commentId)) {
            throw ReportProblem.NOT_FOUND.problem();
        }
        store.count(report, 0, -1);
        books.changed(actor, report, Kind.COMMENT);
    }
}
