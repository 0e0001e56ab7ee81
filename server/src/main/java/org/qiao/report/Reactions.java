package org.qiao.report;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.ReportReaderStore.Reader;
import org.qiao.report.ReportTellings.Kind;
import org.qiao.report.ReportViews.ReportReaderLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Likes of a report, and who its readers are. */
@Service
class Reactions {

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
            books.changed(actor, report, Kind.LIKE, 0);
        }
    }

    @Transactional
    public void unlike(Actor actor, long id) {
        Report report = access.requireSent(actor, id);
        if (reactions.unlike(actor, report)) {
            store.count(report, -1, 0);
            books.changed(actor, report, Kind.LIKE, 0);
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
        Map<Long, Card> cards = members.cardsById(
                actor, page.items().stream().map(Reader::principalId).toList());
        return page.map(reader -> new ReportReaderLine(
                Objects.requireNonNull(cards.get(reader.principalId())), reader.recipient(), reader.readAt()));
    }
}
