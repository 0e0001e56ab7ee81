package org.qiao.approvaltemplate;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Headings and the order of templates; full administrators arrange them. */
@Service
class TemplateGroups {

    static final int GROUPS_MAX = 50;

    private final TemplateGroupStore store;
    private final TemplateStore templates;
    private final TemplateShipping shipping;

    TemplateGroups(TemplateGroupStore store, TemplateStore templates, TemplateShipping shipping) {
        this.store = store;
        this.templates = templates;
        this.shipping = shipping;
    }

    @Transactional
    List<TemplateGroup> list(Actor actor) {
        if (!actor.isAdmin()) {
            TemplateRule.requireSome(actor, templates.list(actor.orgId()));
        }
        shipping.ensure(actor.orgId());
        return store.list(actor.orgId());
    }

    @Transactional
    TemplateGroup create(Actor actor, TemplateRequest.TemplateGroupName input) {
        TemplateRule.requireAdmin(actor);
        if (store.list(actor.orgId()).size() >= GROUPS_MAX) {
            throw ApprovaltemplateProblem.TOO_MANY_GROUPS.problem("max", GROUPS_MAX);
        }
        String name = name(input);
        try {
            return new TemplateGroup(store.insert(actor.orgId(), name), name);
        } catch (DuplicateKeyException taken) {
            throw ApprovaltemplateProblem.NAME_TAKEN.problem();
        }
    }

    @Transactional
    TemplateGroup rename(Actor actor, long id, TemplateRequest.TemplateGroupName input) {
        TemplateRule.requireAdmin(actor);
        TemplateGroup group = new TemplateGroup(id, name(input));
        try {
            if (!store.rename(actor.orgId(), group)) {
                throw ApprovaltemplateProblem.NOT_FOUND.problem();
            }
        } catch (DuplicateKeyException taken) {
            throw ApprovaltemplateProblem.NAME_TAKEN.problem();
        }
        return group;
    }

    @Transactional
    void delete(Actor actor, long id) {
        TemplateRule.requireAdmin(actor);
        if (store.isUsed(actor.orgId(), id)) {
            throw ApprovaltemplateProblem.GROUP_NOT_EMPTY.problem();
        }
        if (!store.delete(actor.orgId(), id)) {
            throw ApprovaltemplateProblem.NOT_FOUND.problem();
        }
    }

    /** What is not named comes behind what is, in the order it had. */
    @Transactional
    void arrange(Actor actor, TemplateRequest.TemplateLayout layout) {
        TemplateRule.requireAdmin(actor);
        long orgId = actor.orgId();
        Set<Long> groups =
                store.list(orgId).stream().map(TemplateGroup::id).collect(Collectors.toCollection(LinkedHashSet::new));
        Map<Long, TemplateRow> rest = new LinkedHashMap<>();
        templates.list(orgId).forEach(row -> rest.put(row.id(), row));
        int number = 0;
        int place = 0;
        for (TemplateRequest.TemplateSection section : layout.sections()) {
            Long group = section.groupId();
            if (group != null && !groups.remove(group)) {
                throw ApprovaltemplateProblem.UNKNOWN_GROUP.problem();
            }
            if (group != null) {
                store.place(orgId, group, ++number);
            }
            for (long id : section.templates()) {
                if (rest.remove(id) == null) {
                    throw ApprovaltemplateProblem.NOT_FOUND.problem();
                }
                templates.place(orgId, id, group, ++place);
            }
        }
        for (long group : groups) {
            store.place(orgId, group, ++number);
        }
        for (TemplateRow row : rest.values()) {
            templates.place(orgId, row.id(), row.groupId(), ++place);
        }
    }

    /** For a new template: refuses a group that is none of the company's. */
    void requireGroup(Actor actor, @Nullable Long groupId) {
        TemplateRule.requireAdmin(actor);
        requireGroup(store.list(actor.orgId()), groupId);
    }

    private static void requireGroup(List<TemplateGroup> groups, @Nullable Long groupId) {
        if (groupId != null && groups.stream().noneMatch(group -> group.id() == groupId)) {
            throw ApprovaltemplateProblem.UNKNOWN_GROUP.problem();
        }
    }

    private static String name(TemplateRequest.TemplateGroupName input) {
        String name = PlainText.clean(input.name());
        if (name.isEmpty()) {
            throw ApprovaltemplateProblem.BAD_NAME.problem();
        }
        return name;
    }
}
