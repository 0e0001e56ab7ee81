package org.qiao.approval;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qiao.form.RelatedApprovals;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Runs that a form may name: those the person may read himself. */
@Component
class Related implements RelatedApprovals {

    private final Access access;

    Related(Access access) {
        this.access = access;
    }

    @Override
    public Map<Long, String> titles(Actor actor, Collection<Long> ids, List<Long> templates) {
        Map<Long, String> titles = new LinkedHashMap<>();
        for (long id : ids) {
            access.find(actor, id)
                    .filter(run -> templates.isEmpty() || templates.contains(run.templateId()))
                    .ifPresent(run -> titles.put(id, run.title() + " " + run.number()));
        }
        return titles;
    }
}
