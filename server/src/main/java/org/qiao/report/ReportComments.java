package org.qiao.report;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.qiao.report.ReportCommentStore.Row;
import org.qiao.report.ReportRequests.ReportCommentRequest;
import org.qiao.report.ReportTellings.Kind;
import org.qiao.report.ReportViews.ReportCommentView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What readers say about a report, and what others answer; one level deep, so that a thread reads from top to bottom. */
@Service
class ReportComments {

    private static final int COMMENTS_MAX = 5_000;

    private final ReportAccess access;
    private final ReportStore reports;
    private final ReportCommentStore store;
    private final ReportBooks books;
    private final Members members;
    private final Files files;
    private final Clock clock;

    ReportComments(
            ReportAccess access,
            ReportStore reports,
            ReportCommentStore store,
            ReportBooks books,
            Members members,
            Files files,
            Clock clock) {
        this.access = access;
        this.reports = reports;
        this.store = store;
        this.books = books;
        this.members = members;
        this.files = files;
        this.clock = clock;
    }

    /** Where a page ended: its thread, and the comment in it. */
    private record Place(long thread, long id) {

        static Place of(@Nullable String after) {
            if (after == null || after.isEmpty()) {
                return new Place(0, 0);
            }
            int dot = after.indexOf('.');
            if (dot < 0) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            return new Place(Limits.key(after.substring(0, dot), 0), Limits.key(after.substring(dot + 1), 0));
        }

        static String key(Row row) {
            return row.thread() + "." + row.id();
        }
    }

    /** Thread by thread, the oldest first. */
    Page<ReportCommentView> list(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        Report report = access.require(actor, id);
        int size = Limits.page(limit);
        Place place = Place.of(after);
        Page<Row> page = Page.cut(store.list(report, place.thread(), place.id(), size + 1), size, Place::key);
        Set<Long> people = new HashSet<>();
        Set<Long> attached = new HashSet<>();
        page.items().forEach(row -> {
            people.add(row.authorId());
            people.addAll(row.mentions());
            attached.addAll(row.files());
        });
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, FileView> views = files.describe(actor.orgId(), attached);
        return page.map(row -> new ReportCommentView(
                row.id(),
                row.replyTo(),
                Objects.requireNonNull(cards.get(row.authorId())),
                row.text(),
                known(row.mentions(), cards),
                known(row.files(), views),
                row.removed(),
                row.at()));
    }

    private static <V> List<V> known(List<Long> ids, Map<Long, V> all) {
        return ids.stream().map(all::get).filter(Objects::nonNull).toList();
    }

    /** Whoever is mentioned may read it from then on. An answer to an answer stands in the same thread. Empty when the key is known. */
    @Transactional
    public Optional<Long> add(Actor actor, long id, ReportCommentRequest request) {
        Report report = lock(actor, id);
        if (report.comments() >= COMMENTS_MAX) {
            throw ReportProblem.TOO_MANY_COMMENTS.problem("max", COMMENTS_MAX);
        }
        Set<Long> mentioned = Set.copyOf(request.mentions());
        if (members.present(actor, mentioned).size() < mentioned.size()) {
            throw ReportProblem.UNKNOWN_MEMBER.problem();
        }
        request.files().forEach(file -> files.requireOwn(actor, file));
        Instant now = clock.instant();
        Optional<Long> made = store.insert(actor, report, request.in(thread(report, request.replyTo())), now);
        made.ifPresent(comment -> {
            reports.count(report, 0, 1);
            access.add(report, mentioned, false, now);
            books.changed(actor, report, Kind.COMMENT, comment);
        });
        return made;
    }

    private @Nullable Long thread(Report report, @Nullable Long replyTo) {
        return replyTo == null
                ? null
                : store.find(report, replyTo)
                        .filter(row -> !row.removed())
                        .map(Row::thread)
                        .orElseThrow(ReportProblem.NOT_FOUND::problem);
    }

    /** An own one. What was answered leaves an empty place, which goes with its last answer. */
    @Transactional
    public void remove(Actor actor, long id, long commentId) {
        Report report = lock(actor, id);
        Row row = store.find(report, commentId)
                .filter(found -> found.authorId() == actor.principalId() && !found.removed())
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
        if (store.isAnswered(report, commentId)) {
            store.empty(report, commentId, clock.instant());
        } else {
            store.delete(report, commentId);
            store.find(report, row.thread())
                    .filter(first -> first.removed() && !store.isAnswered(report, first.id()))
                    .ifPresent(first -> store.delete(report, first.id()));
        }
        reports.count(report, 0, -1);
        books.changed(actor, report, Kind.COMMENT, 0);
    }

    /** With its row locked: an answer and the removal of what it answers take turns. */
    private Report lock(Actor actor, long id) {
        access.requireSent(actor, id);
        return reports.lock(actor.orgId(), id)
                .filter(report -> !report.withdrawn())
                .orElseThrow(ReportProblem.NOT_FOUND::problem);
    }
}
