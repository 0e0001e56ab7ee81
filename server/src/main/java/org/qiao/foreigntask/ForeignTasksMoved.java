package org.qiao.foreigntask;

import java.util.List;

/**
 * Tasks have changed. Told after the commit, possibly more than once.
 *
 * @param after number of the company's last move before these: whoever was given one by a later number has not been told
 * @param until number of the last of these
 */
record ForeignTasksMoved(long orgId, List<Long> ids, long after, long until) {

    ForeignTasksMoved {
        ids = List.copyOf(ids);
    }
}
