package org.qiao.ding;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.DingViews.Seen;
import org.qiao.ding.Recipient.State;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people have received and sent. A DING is there for its sender, its recipients and who stands in for them; for others it is not. */
@Service
class Inbox {

    private static final int WAITING_SHOWN = 100;

    private final InboxStore store;
    private final DingStore dings;
    private final RecipientStore recipients;
    private final StepStore steps;
    private final DingViews views;
    private final Tellings tellings;
    private final Clock clock;

    Inbox(
            InboxStore store,
            DingStore dings,
            RecipientStore recipients,
            StepStore steps,
            DingViews views,
            Tellings tellings,
            Clock clock) {
        this.store = store;
        this.dings = dings;
        this.recipients = recipients;
        this.steps = steps;
        this.views = views;
        this.tellings = tellings;
        this.clock = clock;
    }

    enum Box {
        WAITING,
        RECEIVED,
        SENT
    }

    /** @param key orders the list */
    record Line(String key, DingView ding) {}

    /** @param waiting at most 100 are counted */
    record Summary(int waiting) {}

    Page<Line> list(Actor actor, Box box, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        Page<InboxStore.Line> page = Page.cut(
                store.list(box, actor, Limits.key(after, Long.MAX_VALUE), clock.instant(), size + 1),
                size,
                line -> Long.toString(line.id()));
        Map<Long, Ding> found = new HashMap<>();
        dings.find(
                        actor.orgId(),
                        page.items().stream()
                                .map(InboxStore.Line::dingId)
                                .distinct()
                                .toList())
                .forEach(ding -> found.put(ding.id(), ding));
        Map<Long, Recipient> parts = new LinkedHashMap<>();
        if (box != Box.SENT) {
            recipients
                    .find(
                            actor.orgId(),
                            page.items().stream().map(InboxStore.Line::id).toList())
                    .forEach(recipient -> parts.put(recipient.id(), recipient));
        }
        List<Seen> seen = page.items().stream()
                .map(line -> seen(line, Objects.requireNonNull(found.get(line.dingId())), parts.get(line.id())))
                .toList();
        List<DingView> shown = views.of(actor, seen);
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            lines.add(new Line(Long.toString(page.items().get(i).id()), shown.get(i)));
        }
        return new Page<>(lines, page.next());
    }

    private static Seen seen(InboxStore.Line line, Ding ding, @Nullable Recipient part) {
        if (part == null) {
            return new Seen(ding, null, List.of());
        }
        return line.own() ? new Seen(ding, part, List.of()) : new Seen(ding, null, List.of(part));
    }

    Summary summary(Actor actor) {
        return new Summary(store.list(Box.WAITING, actor, Long.MAX_VALUE, clock.instant(), WAITING_SHOWN)
                .size());
    }

    /** As the person sees it. Opening it is noted for a recipient. */
    @Transactional
    public DingView open(Actor actor, long id) {
        Seen seen = find(actor, id).orElseThrow(DingProblem.NOT_FOUND::problem);
        Recipient mine = seen.mine();
        if (mine != null && recipients.open(mine, clock.instant())) {
            tellings.board(seen.ding());
        }
        return views.of(actor, seen);
    }

    /** For whoever it concerns; refuses like a missing one for everybody else. */
    Ding require(Actor actor, long id) {
        return find(actor, id).orElseThrow(DingProblem.NOT_FOUND::problem).ding();
    }

    Ding requireSent(Actor actor, long id) {
        return dings.find(actor.orgId(), id)
                .filter(ding -> ding.senderId() == actor.principalId())
                .orElseThrow(DingProblem.NOT_FOUND::problem);
    }

    Ticket ticket(Actor actor, long id, boolean recording) {
        return views.ticket(actor, require(actor, id), recording);
    }

    private Optional<Seen> find(Actor actor, long id) {
        Optional<Ding> found = dings.find(actor.orgId(), id);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        Ding ding = found.get();
        boolean started = !ding.sendAt().isAfter(clock.instant());
        Recipient mine = recipients
                .findOf(actor.orgId(), id, actor.principalId())
                .filter(recipient -> started && recipient.state() != State.REFUSED)
                .orElse(null);
        List<Recipient> standIns =
                recipients.find(actor.orgId(), steps.standsIn(actor.orgId(), id, actor.principalId()));
        boolean concerned = ding.senderId() == actor.principalId() || mine != null || !standIns.isEmpty();
        return concerned ? Optional.of(new Seen(ding, mine, standIns)) : Optional.empty();
    }
}
