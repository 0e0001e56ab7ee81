package org.qiao.messaging;

/** What a module above has decided about groups in which customers read. At most one bean; without one the company's limit for groups holds. */
public interface ExternalGroupLimit {

    /** Members of such a group at most. */
    int most(long orgId);
}
