package org.qiao.approvaltemplate;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;

/**
 * A template as it is stored.
 *
 * @param version the published one, 0 for none
 * @param publishedRevision of the draft that was published
 * @param revision of the draft
 */
record TemplateRow(
        long id,
        @Nullable Long groupId,
        int position,
        TemplateState state,
        @Nullable String shippedKey,
        String name,
        String icon,
        String description,
        String prefix,
        StartRange start,
        Set<Long> managers,
        Set<Long> dataManagers,
        int version,
        int publishedRevision,
        int revision,
        Instant updatedAt) {

    boolean isChanged() {
        return revision != publishedRevision;
    }
}
