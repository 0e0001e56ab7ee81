package org.qiao.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.qiao.platform.Actor;

/** Other approvals that a form may name; given by the module that has them. */
public interface RelatedApprovals {

    /** For forms in which no approval can be named. */
    RelatedApprovals NONE = (actor, ids, templates) -> Map.of();

    /**
     * Titles of those that the actor may see; all others are left out.
     *
     * @param templates only approvals of these; empty: of any
     */
    Map<Long, String> titles(Actor actor, Collection<Long> ids, List<Long> templates);
}
