package org.qiao.dingrule;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.notice.ChannelChanged;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Who did what with DINGs and their rules. Nothing is ever taken out; texts and numbers of telephones are not in it. */
@Service
public class DingAudit {

    private final AuditStore store;
    private final Members members;
    private final Clock clock;

    DingAudit(AuditStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    public enum Kind {
        SENT,
        OVERRIDE,
        RECALLED,
        REMINDED,
        SCHEDULED,
        UNSCHEDULED,
        SETTINGS,
        RULES,
        PROTECTED,
        UNPROTECTED,
        CHANNEL
    }

    record AuditView(
            long id,
            Instant at,
            @Nullable Card actor,
            Kind kind,
            @Nullable Long dingId,
            Map<String, Object> detail) {}

    /** In the caller's transaction. */
    public void record(Actor actor, Kind kind, @Nullable Long dingId, Map<String, Object> detail) {
        store.insert(actor, kind.name(), dingId, detail, clock.instant());
    }

    /** How the ways out of the company are connected belongs into the same book. */
    @EventListener
    void on(ChannelChanged event) {
        if (event.before() == event.after()
                && event.fields().isEmpty()
                && event.secrets().isEmpty()) {
            return; // saved again as it was
        }
        Map<String, Object> detail = new HashMap<>();
        detail.put("channel", event.channel());
        detail.put("changes", event.fields());
        detail.put("secrets", event.secrets());
        if (event.before() != null) {
            detail.put("before", event.before());
        }
        if (event.after() != null) {
            detail.put("after", event.after());
        }
        record(event.actor(), Kind.CHANNEL, null, detail);
    }

    /** Newest first; for administrators. */
    Page<AuditView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        RuleBook.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<AuditStore.Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        Set<Long> ids = new HashSet<>();
        page.items().forEach(row -> ids.add(row.actorId()));
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return page.map(row -> new AuditView(
                row.id(), row.at(), cards.get(row.actorId()), Kind.valueOf(row.kind()), row.dingId(), row.detail()));
    }
}
