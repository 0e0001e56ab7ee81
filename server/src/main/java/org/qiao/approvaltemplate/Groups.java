package org.qiao.approvaltemplate;

import java.util.HashSet;
import java.util.List;
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
class Groups {

    static final int GROUPS_MAX = 50;

    private final GroupStore store;
    private final TemplateStore templates;
    private final Shipping shipping;

    Groups(GroupStore store, TemplateStore templates, Shipping shipping) {
        this.store = store;
        this.templates = templates;
        this.shipping = shipping;
    }

    @Transactional
    List<Group> list(Actor actor) {
        if (!actor.isAdmin()) {
            Access.requireSome(actor, templates.list(actor.orgId()));
        }
        shipping.ensure(actor.orgId());
        return store.list(actor.orgId());
    }

    @Transactional
    Group create(Actor actor, TemplateRequest.GroupName input) {
        Access.requireAdmin(actor);
        if (store.list(actor.orgId()).size() >= GROUPS_MAX) {
            throw ApprovaltemplateProblem.TOO_MANY_GROUPS.problem("max", GROUPS_MAX);
        }
        String name = name(input);
        try {
            return new Group(store.insert(actor.orgId(), name), name);
        } catch (DuplicateKeyException taken) {
            throw ApprovaltemplateProblem.NAME_TAKEN.problem();
        }
    }

    @Transactional
    Group rename(Actor actor, long id, TemplateRequest.GroupName input) {
        Access.requireAdmin(actor);
        Group group = new Group(id, name(input));
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
        Access.requireAdmin(actor);
        if (store.isUsed(actor.orgId(), id)) {
            throw ApprovaltemplateProblem.GROUP_NOT_EMPTY.problem();
        }
        if (!store.delete(actor.orgId(), id)) {
            throw ApprovaltemplateProblem.NOT_FOUND.problem();
        }
    }

    @Transactional
    void arrange(Actor actor, TemplateRequest.Layout layout) {
        Access.requireAdmin(actor);
        List<Group> groups = store.list(actor.orgId());
        Set<Long> known = templates.list(actor.orgId()).stream()
                .map(TemplateRow::id)
                .collect(Collectors.toCollection(HashSet::new));
        int place = 0;
        int number = 0;
        for (TemplateRequest.Section section : layout.sections()) {
            requireGroup(groups, section.groupId());
            if (section.groupId() != null) {
                store.place(actor.orgId(), section.groupId(), ++number);
            }
            for (long id : section.templates()) {
                if (!known.remove(id)) {
                    throw ApprovaltemplateProblem.NOT_FOUND.problem();
                }
                templates.place(actor.orgId(), id, section.groupId(), ++place);
            }
        }
    }

    /** For a new template: refuses a group that is none of the company's. */
    void requireGroup(Actor actor, @Nullable Long groupId) {
        Access.requireAdmin(actor);
        requireGroup(store.list(actor.orgId()), groupId);
    }

    private static void requireGroup(List<Group> groups, @Nullable Long groupId) {
        if (groupId != null && groups.stream().noneMatch(group -> group.id() == groupId)) {
            throw ApprovaltemplateProblem.UNKNOWN_GROUP.problem();
        }
    }

    private static String name(TemplateRequest.GroupName input) {
        String name = PlainText.clean(input.name());
        if (name.isEmpty()) {
            throw ApprovaltemplateProblem.BAD_NAME.problem();
        }
        return name;
    }
}
