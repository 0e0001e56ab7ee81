package org.qiao.archive;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.qiao.archive.LineStore.Line;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customer.Customers;
import org.qiao.customer.CustomersMerged;
import org.qiao.customer.RelationChanged;
import org.qiao.customer.RelationClosed;
import org.qiao.customer.RelationEnd;
import org.qiao.customer.RelationOpened;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps up with the relations of customers who ever agreed. Events may come twice and in any order: each time the whole customer is
 * looked at again, under the lock of his first answer.
 */
@Component
class Lines {

    private final LineStore store;
    private final AnswerStore answers;
    private final CustomerRelations relations;
    private final Customers customers;
    private final Clock clock;

    Lines(LineStore store, AnswerStore answers, CustomerRelations relations, Customers customers, Clock clock) {
        this.store = store;
        this.answers = answers;
        this.relations = relations;
        this.customers = customers;
        this.clock = clock;
    }

    /** In the caller's transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void renew(long orgId, long customerId) {
        List<Long> family = customers.family(orgId, customerId);
        if (!answers.lock(orgId, family)) {
            return;
        }
        List<Line> lines = family.stream()
                .flatMap(id -> relations.ofCustomer(orgId, id).stream())
                .filter(relation -> relation.conversationId() != null)
                .map(Lines::line)
                .sorted(Comparator.comparing(Line::relationId))
                .toList();
        lines.forEach(line -> store.put(orgId, line));
        store.keepOnly(orgId, family, lines.stream().map(Line::relationId).toList());
    }

    private static Line line(CustomerRelation relation) {
        return new Line(
                relation.id(),
                Objects.requireNonNull(relation.conversationId()),
                relation.customerId(),
                relation.memberId(),
                relation.openedAt(),
                relation.closedAt());
    }

    @ApplicationModuleListener
    void on(RelationOpened opened) {
        renew(opened.orgId(), opened.customerId());
    }

    @ApplicationModuleListener
    void on(RelationChanged changed) {
        renew(changed.orgId(), changed.customerId());
    }

    /** Who was erased is gone here, too. */
    @ApplicationModuleListener
    void on(RelationClosed closed) {
        if (closed.reason() == RelationEnd.ERASED) {
            List<Long> family = customers.family(closed.orgId(), closed.customerId());
            answers.delete(closed.orgId(), family);
            store.keepOnly(closed.orgId(), family, List.of());
        } else {
            renew(closed.orgId(), closed.customerId());
        }
    }

    /** Two contacts are one person: what he answered last holds for both. */
    @ApplicationModuleListener
    void on(CustomersMerged merged) {
        List<Long> family = customers.family(merged.orgId(), merged.keptId());
        boolean refused = answers.last(merged.orgId(), family)
                .filter(answer -> !answer.agreed())
                .isPresent();
        if (refused && !merged.undone()) {
            answers.end(merged.orgId(), family, clock.instant());
        }
        renew(merged.orgId(), merged.keptId());
        renew(merged.orgId(), merged.goneId());
    }
}
