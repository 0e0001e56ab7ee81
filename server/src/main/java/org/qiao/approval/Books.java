package org.qiao.approval;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.approval.ApprovalStore.Filled;
import org.qiao.approval.ApprovalStore.Fresh;
import org.qiao.approval.ReaderStore.Why;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.approvaltemplate.Templates;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Opens the row of a new run: its number, its applicant. */
@Component
class Books {

    private final ApprovalStore store;
    private final ReaderStore readers;
    private final Templates templates;

    Books(ApprovalStore store, ReaderStore readers, Templates templates) {
        this.store = store;
        this.readers = readers;
        this.templates = templates;
    }

    record Opening(
            TemplateVersion template,
            @Nullable Long departmentId,
            Filled filled,
            String key,
            @Nullable Long undoes) {}

    void lockApplicant(Actor actor) {
        store.lockApplicant(actor);
    }

    Optional<Long> findKey(Actor actor, String key) {
        return store.findKey(actor, key);
    }

    Optional<Approval> find(long orgId, long id) {
        return store.find(orgId, id);
    }

    /** The row, without any event yet. */
    Approval open(Actor actor, Opening opening, Instant now) {
        TemplateVersion template = opening.template();
        String number = templates.nextNumber(
                actor.orgId(), template, now.atZone(actor.zone()).toLocalDate());
        Fresh fresh = new Fresh(
                template.templateId(),
                template.number(),
                number,
                template.name(),
                opening.departmentId(),
                opening.filled(),
                opening.key(),
                opening.undoes());
        long id = store.insert(actor, fresh, now);
        readers.add(actor.orgId(), id, List.of(actor.principalId()), Why.APPLICANT, now);
        return store.lock(actor.orgId(), id).orElseThrow();
    }
}
