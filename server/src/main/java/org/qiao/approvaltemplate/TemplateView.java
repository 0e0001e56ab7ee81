package org.qiao.approvaltemplate;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;
import org.qiao.directory.Card;

/**
 * A template as its editors see it.
 *
 * @param shippedKey null for the company's own
 * @param version the published one, null for none
 * @param changed the draft differs from what is published
 */
record TemplateView(
        long id,
        String name,
        String icon,
        String description,
        @Nullable Long groupId,
        TemplateState state,
        @Nullable String shippedKey,
        @Nullable Integer version,
        boolean changed,
        StartRange start,
        List<Card> managers,
        List<Card> dataManagers,
        Instant updatedAt) {

    /**
     * A draft.
     *
     * @param editedBy null: it was shipped
     */
    record TemplateDraftView(
            int revision, TemplateContent content, @Nullable Card editedBy, Instant editedAt) {}

    /** What keeps a draft from being published; nothing when it may be. */
    record TemplateCheckView(List<TemplateError> errors) {}

    /** @param publishedBy null: it was shipped */
    record TemplateVersionLine(int number, @Nullable Card publishedBy, Instant publishedAt) {}

    record TemplateVersionView(int number, TemplateContent content) {}

    /** TemplateGroups of a company; at most {@value TemplateGroups#GROUPS_MAX}. */
    record TemplateGroupsView(List<TemplateGroup> items) {}
}
