package org.qiao.masssend;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attached;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;
import org.qiao.file.Ticket;
import org.qiao.masssend.Mass.Sums;
import org.qiao.masssend.MassMessages.Around;
import org.qiao.masssend.MassMessages.Kept;
import org.qiao.masssend.MassViews.MassCount;
import org.qiao.masssend.MassViews.MassLine;
import org.qiao.masssend.MassViews.MassRecipientView;
import org.qiao.masssend.MassViews.MassShareView;
import org.qiao.masssend.MassViews.MassView;
import org.qiao.masssend.RecipientStore.Recipient;
import org.qiao.masssend.RecipientStore.Wanted;
import org.qiao.masssend.ShareStore.Share;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Mass messages as staff see them: whoever wrote one, administrators, and each employee his own part of the company's. */
@Service
class MassLists {

    private final Kept kept;
    private final Around around;
    private final MassMessages messages;
    private final Clock clock;

    MassLists(Kept kept, Around around, MassMessages messages, Clock clock) {
        this.kept = kept;
        this.around = around;
        this.messages = messages;
        this.clock = clock;
    }

    /** Which of them. */
    enum MassBox {
        /** Written by the reader. */
        MINE,
        /** The company's in which he takes part. */
        TASKS,
        /** Everybody's, for administrators. */
        ALL
    }

    @Transactional(readOnly = true)
    public Page<MassLine> list(Actor actor, MassBox box, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        long before = Limits.key(after, Long.MAX_VALUE);
        List<Mass> rows =
                switch (box) {
                    case MINE -> kept.masses().written(actor.orgId(), actor.principalId(), before, size + 1);
                    case TASKS -> kept.masses().tasks(actor, before, size + 1);
                    case ALL -> {
                        if (!actor.isAdmin()) {
                            throw MasssendProblem.NOT_ALLOWED.problem();
                        }
                        yield kept.masses().written(actor.orgId(), null, before, size + 1);
                    }
                };
        Page<Mass> page = Page.cut(rows, size, mass -> Long.toString(mass.id()));
        return page.map(lines(actor, page.items()));
    }

    @Transactional(readOnly = true)
    public MassView get(Actor actor, long id) {
        Mass mass = require(actor, id);
        boolean manages = MassMessages.manages(actor, mass);
        List<MassCount> counts =
                kept.recipients().counts(mass, manages ? null : actor.principalId()).entrySet().stream()
                        .map(entry -> new MassCount(entry.getKey(), entry.getValue()))
                        .toList();
        return new MassView(
                lines(actor, List.of(mass)).apply(mass),
                counts,
                manages ? kept.recipients().answered(mass) : 0,
                manages ? kept.recipients().recalls(mass) : 0,
                manages ? messages.recallUntil(mass).orElse(null) : null);
    }

    /** For whoever may see something of it. */
    Mass require(Actor actor, long id) {
        Mass mass = kept.masses().find(actor.orgId(), id).orElseThrow(MasssendProblem.NOT_FOUND::problem);
        if (!MassMessages.manages(actor, mass)
                && kept.shares().find(mass, actor.principalId()).isEmpty()) {
            throw MasssendProblem.NOT_FOUND.problem();
        }
        return mass;
    }

    Mass requireManaged(Actor actor, long id) {
        return kept.masses()
                .find(actor.orgId(), id)
                .filter(mass -> MassMessages.manages(actor, mass))
                .orElseThrow(MasssendProblem.NOT_FOUND::problem);
    }

    private Function<Mass, MassLine> lines(Actor actor, List<Mass> masses) {
        List<Long> ids = masses.stream().map(Mass::id).toList();
        Map<Long, Sums> sums = kept.shares().sums(actor.orgId(), ids);
        Map<Long, Share> mine = kept.shares().ofMember(actor.orgId(), actor.principalId(), ids);
        Set<Long> people = masses.stream().map(Mass::authorId).collect(Collectors.toSet());
        people.add(actor.principalId());
        Map<Long, Card> cards = around.members().cardsById(actor, people);
        Ready ready = around.attachments()
                .ready(
                        actor.orgId(),
                        masses.stream()
                                .flatMap(mass -> mass.content().attachments().stream())
                                .toList());
        Instant now = clock.instant();
        return mass -> line(actor, mass, new Known(sums.getOrDefault(mass.id(), Sums.NONE), mine, cards, ready, now));
    }

    private record Known(Sums sums, Map<Long, Share> mine, Map<Long, Card> cards, Ready ready, Instant now) {}

    private static MassLine line(Actor actor, Mass mass, Known known) {
        Share mine = known.mine().get(mass.id());
        return new MassLine(
                mass.id(),
                mass.kind(),
                mass.state(known.sums(), known.now()),
                Objects.requireNonNull(known.cards().get(mass.authorId())),
                mass.content().text(),
                known.ready().views(mass.content().attachments()),
                mass.createdAt(),
                mass.sendAt(),
                mass.deadline(),
                known.sums().people(),
                known.sums().waiting(),
                mass.total(),
                known.sums().sent(),
                known.sums().leftOut(),
                mine == null ? null : view(mine, known.cards()),
                MassMessages.manages(actor, mass),
                mass.toGroups());
    }

    private static MassShareView view(Share share, Map<Long, Card> cards) {
        return new MassShareView(
                Objects.requireNonNull(cards.get(share.memberId())),
                share.state(),
                share.total(),
                share.sent(),
                share.leftOut(),
                share.confirmedAt());
    }

    /** Employees of a company's, in the order of their ids. */
    @Transactional(readOnly = true)
    public Page<MassShareView> shares(Actor actor, long id, @Nullable String after, @Nullable Integer limit) {
        Mass mass = requireManaged(actor, id);
        int size = Limits.page(limit);
        Page<Share> page = Page.cut(
                kept.shares().list(mass, Limits.key(after, 0), size + 1),
                size,
                share -> Long.toString(share.memberId()));
        Map<Long, Card> cards = around.members()
                .cardsById(actor, page.items().stream().map(Share::memberId).toList());
        return page.map(share -> view(share, cards));
    }

    /**
     * What a list of recipients is narrowed to.
     *
     * @param member one employee's; null: everybody's, as far as the reader may see them
     */
    record Query(@Nullable MassResult result, @Nullable Long member) {}

    @Transactional(readOnly = true)
    public Page<MassRecipientView> recipients(
            Actor actor, long id, Query query, @Nullable String after, @Nullable Integer limit) {
        Mass mass = require(actor, id);
        Long member = MassMessages.manages(actor, mass) ? query.member() : Long.valueOf(actor.principalId());
        int size = Limits.page(limit);
        Page<Recipient> page = Page.cut(
                kept.recipients()
                        .list(mass, new Wanted(member, results(query.result())), Limits.key(after, 0), size + 1),
                size,
                recipient -> Long.toString(recipient.id()));
        return page.map(views(actor, page.items()));
    }

    /** Who is under way in this moment counts as waiting. */
    private static @Nullable Set<MassResult> results(@Nullable MassResult one) {
        if (one == null) {
            return null;
        }
        return one == MassResult.PENDING ? Set.of(one, MassResult.SENDING) : Set.of(one);
    }

    Function<Recipient, MassRecipientView> views(Actor actor, Collection<Recipient> rows) {
        Map<Long, String> names =
                around
                        .customers()
                        .cards(
                                actor.orgId(),
                                rows.stream().map(Recipient::customerId).toList())
                        .stream()
                        .collect(Collectors.toMap(CustomerCard::id, CustomerCard::name));
        Map<Long, Card> cards = around.members()
                .cardsById(actor, rows.stream().map(Recipient::memberId).collect(Collectors.toSet()));
        Map<Long, String> titles = around.groups()
                .titles(
                        actor.orgId(),
                        rows.stream()
                                .map(Recipient::groupId)
                                .filter(id -> id > 0)
                                .toList());
        return row -> new MassRecipientView(
                row.id(),
                row.groupId() == 0 ? row.customerId() : null,
                row.groupId() == 0 ? null : row.groupId(),
                row.groupId() == 0
                        ? names.getOrDefault(row.customerId(), row.name())
                        : titles.getOrDefault(row.groupId(), row.name()),
                Objects.requireNonNull(cards.get(row.memberId())),
                row.result(),
                row.decidedAt(),
                row.answeredAt(),
                row.recall());
    }

    /** A link to an attachment, for whoever may see the message. */
    @Transactional(readOnly = true)
    public Ticket file(Actor actor, long id, long fileId) {
        Mass mass = require(actor, id);
        if (!Attached.filesOf(mass.content().attachments()).contains(fileId)) {
            throw MasssendProblem.NOT_FOUND.problem();
        }
        return around.files().ticket(actor, fileId);
    }
}
