package org.qiao.file;

import java.util.Collection;
import java.util.Set;

/**
 * A module that refers to uploads for its own purposes (pictures of people, attachments of welcomes, a library). Asked before an
 * upload is removed because a customer is erased: what somebody keeps stays.
 */
public interface FileKeeper {

    /** Those of the ids that are still needed. */
    Set<Long> kept(long orgId, Collection<Long> ids);
}
