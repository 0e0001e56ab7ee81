package org.qiao.contactway;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachedView;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Codes as their people see them: with names, with what is sent, with what they brought. */
@Component
class WayViews {

    private final ArrivalStore arrivals;
    private final Members members;
    private final WelcomeFiles files;
    private final Clock clock;

    WayViews(ArrivalStore arrivals, Members members, WelcomeFiles files, Clock clock) {
        this.arrivals = arrivals;
        this.members = members;
        this.files = files;
        this.clock = clock;
    }

    /**
     * A code.
     *
     * @param attached those of its welcome, in their order
     * @param customers whom it has brought altogether
     * @param mayChange the actor is its owner or an administrator
     */
    record ContactWayView(
            long id,
            String code,
            String path,
            String title,
            String remark,
            String state,
            Card owner,
            List<Card> people,
            WayContent content,
            List<AttachedView> attached,
            @Nullable Instant endsAt,
            boolean over,
            int customers,
            int version,
            boolean mayChange,
            Instant createdAt) {}

    private record Known(Map<Long, Card> cards, Ready ready, Map<Long, Integer> totals) {}

    List<ContactWayView> of(Actor actor, List<ContactWay> ways) {
        List<Long> people = ways.stream()
                .flatMap(way -> Stream.concat(Stream.of(way.row().ownerId()), way.everybody().stream()))
                .distinct()
                .toList();
        Known known = new Known(
                cards(actor, people),
                files.ready(
                        actor.orgId(),
                        ways.stream().map(way -> way.content().welcome()).toList()),
                arrivals.totals(actor.orgId(), ways.stream().map(ContactWay::id).toList()));
        return ways.stream().map(way -> view(actor, way, known)).toList();
    }

    Map<Long, Card> cards(Actor actor, Collection<Long> ids) {
        return members.cardsById(actor, ids);
    }

    private ContactWayView view(Actor actor, ContactWay way, Known known) {
        ContactWay.Row row = way.row();
        return new ContactWayView(
                row.id(),
                row.code(),
                WayCode.path(row.code()),
                row.labels().title(),
                row.labels().remark(),
                row.labels().state(),
                Objects.requireNonNull(known.cards().get(row.ownerId())),
                way.everybody().stream()
                        .map(known.cards()::get)
                        .filter(Objects::nonNull)
                        .toList(),
                way.content(),
                known.ready().views(WayWelcome.of(way.content().welcome())),
                row.endsAt(),
                !way.isOpen(clock.instant()),
                known.totals().getOrDefault(row.id(), 0),
                row.version(),
                actor.isAdmin() || row.ownerId() == actor.principalId(),
                row.createdAt());
    }
}
