package org.qiao.customergroup;

import java.util.Objects;
import org.qiao.messaging.SharedGroups.GroupEntry;

/** A customer sent a picture or a file into a group. Told at least once, after the commit, a moment after it happened. */
public record GroupPicture(long orgId, long groupId, long customerId, long seq, long fileId) {

    static GroupPicture of(CustomerGroup group, GroupEntry entry) {
        return new GroupPicture(
                group.orgId(), group.id(), entry.sender(), entry.seq(), Objects.requireNonNull(entry.fileId()));
    }
}
