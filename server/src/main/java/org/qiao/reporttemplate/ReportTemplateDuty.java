package org.qiao.reporttemplate;

import org.qiao.platform.Actor;
import org.qiao.platform.Duty;
import org.springframework.stereotype.Component;

/** Managers of single templates find the pages on which they edit them. */
@Component
class ReportTemplateDuty implements Duty.Roster {

    private final ReportTemplateStore store;

    ReportTemplateDuty(ReportTemplateStore store) {
        this.store = store;
    }

    @Override
    public Duty duty() {
        return Duty.REPORT_TEMPLATES;
    }

    @Override
    public boolean includes(Actor actor) {
        return store.isManagedBy(actor.orgId(), actor.principalId());
    }
}
