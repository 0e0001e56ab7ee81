package org.qiao.approvaltemplate;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qiao.platform.Actor;

public interface Templates {
    TemplateVersion requireStartable(Actor actor, long id);

    TemplateVersion version(long orgId, long id, int no);

    boolean mayManageData(Actor actor, long id);

    Optional<Set<Long>> dataManaged(Actor actor);

    List<Long> admins(long orgId, long id);

    String nextNumber(long orgId, long id, LocalDate day);
}
