package org.qiao.customergroup;

import java.util.Collection;
import org.qiao.platform.Problem;

/** What a module above has to say before customers come into a group. A bean of this type is asked by itself. */
public interface JoinRule {

    /**
     * @param customerIds contacts, or all contacts that turned out to be one person
     * @throws Problem refuses all of them
     */
    void require(long orgId, Collection<Long> customerIds);
}
