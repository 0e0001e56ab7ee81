package org.qiao.customerprofile;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;

/** Tags as staff see them. */
final class TagViews {

    private TagViews() {}

    record CustomerTagView(long id, String name) {}

    record CustomerTagGroupView(long id, String name, List<CustomerTagView> tags) {}

    /**
     * All tags that the actor may set.
     *
     * @param own his personal ones
     */
    record CustomerTagsView(List<CustomerTagGroupView> groups, List<CustomerTagView> own) {}

    /**
     * A tag on a relation.
     *
     * @param group empty for a personal one, which only its owner sees
     * @param setBy null: a rule, or somebody who is not to be seen
     */
    record TaggingView(
            long tagId,
            String name,
            String group,
            boolean personal,
            long relationId,
            @Nullable Card setBy,
            Instant setAt) {}
}
