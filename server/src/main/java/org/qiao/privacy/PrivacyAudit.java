package org.qiao.privacy;

import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.privacy.PrivacyViews.PrivacyAuditView;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who did what about privacy: ids only, so that it may stay when the person is gone. */
@Service
class PrivacyAudit {

    private final AuditStore store;
    private final PrivacyPeople people;
    private final Clock clock;

    PrivacyAudit(AuditStore store, PrivacyPeople people, Clock clock) {
        this.store = store;
        this.people = people;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(
            long orgId, @Nullable Long actorId, AuditKind kind, @Nullable Long customerId, Map<String, Object> detail) {
        store.insert(orgId, new AuditStore.Row(0, actorId, kind, customerId, detail, clock.instant()));
    }

    /** Newest first, for administrators. */
    @Transactional(readOnly = true)
    public Page<PrivacyAuditView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        PrivacyRules.requireAdmin(actor);
        int size = Limits.page(limit);
        Page<AuditStore.Row> page = Page.cut(
                store.list(actor.orgId(), Limits.key(after, Long.MAX_VALUE), size + 1),
                size,
                row -> Long.toString(row.id()));
        PrivacyPeople.Known known = people.known(
                actor,
                page.items().stream().map(AuditStore.Row::actorId).toList(),
                page.items().stream().map(AuditStore.Row::customerId).toList());
        return page.map(row -> new PrivacyAuditView(
                row.id(),
                row.kind(),
                known.member(row.actorId()),
                known.customer(row.customerId()),
                row.detail(),
                row.at()));
    }
}
