package org.qiao.reporttemplate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.platform.Actor;

/**
 * A template.
 *
 * @param version the newest one
 * @param write who may report with it
 * @param managers may edit it, besides full administrators
 * @param dataManagers may see everything that was reported with it, as full administrators may
 */
public record ReportTemplate(
        long id,
        State state,
        @Nullable String shippedKey,
        String name,
        String icon,
        String description,
        ReportCycle cycle,
        StartRange write,
        Set<Long> managers,
        Set<Long> dataManagers,
        int version,
        Instant updatedAt) {

    /** Stopped: nobody writes. Deleted: hidden from editors too; what was written with it stays. */
    public enum State {
        ACTIVE,
        STOPPED,
        DELETED
    }

    public boolean showsAllTo(Actor actor) {
        return actor.isAdmin() || dataManagers.contains(actor.principalId());
    }

    boolean mayBeEditedBy(Actor actor) {
        return actor.isAdmin() || managers.contains(actor.principalId());
    }
}
