package org.qiao.approvaltemplate;

import org.qiao.platform.Actor;
import org.qiao.platform.Duty;
import org.springframework.stereotype.Component;

/** Managers of single templates find the pages on which they edit them. */
@Component
class TemplateDuty implements Duty.Roster {

    private final TemplateStore store;

    TemplateDuty(TemplateStore store) {
        this.store = store;
    }

    @Override
    public Duty duty() {
        return Duty.APPROVAL_TEMPLATES;
    }

    @Override
    public boolean includes(Actor actor) {
        return store.isManagedBy(actor.orgId(), actor.principalId());
    }
}
