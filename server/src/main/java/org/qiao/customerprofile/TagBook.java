package org.qiao.customerprofile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.TagRequests.CustomerTagGroupRequest;
import org.qiao.customerprofile.TagRequests.CustomerTagWish;
import org.qiao.customerprofile.TagStore.Tag;
import org.qiao.customerprofile.TagViews.CustomerTagGroupView;
import org.qiao.customerprofile.TagViews.CustomerTagView;
import org.qiao.customerprofile.TagViews.CustomerTagsView;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which tags there are: the company's in groups, made by its administrators; and everybody's own. */
@Service
class TagBook {

    private final TagStore store;
    private final Clock clock;

    TagBook(TagStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public CustomerTagsView all(Actor actor) {
        List<Tag> tags = store.tags(actor);
        Map<Long, List<CustomerTagView>> byGroup = tags.stream()
                .filter(tag -> tag.groupId() != null)
                .collect(Collectors.groupingBy(
                        tag -> Objects.requireNonNull(tag.groupId()),
                        Collectors.mapping(TagBook::view, Collectors.toList())));
        return new CustomerTagsView(
                store.groups(actor.orgId()).stream()
                        .map(group -> new CustomerTagGroupView(
                                group.id(), group.name(), byGroup.getOrDefault(group.id(), List.of())))
                        .toList(),
                tags.stream()
                        .filter(tag -> tag.ownerId() != null)
                        .map(TagBook::view)
                        .toList());
    }

    private static CustomerTagView view(Tag tag) {
        return new CustomerTagView(tag.id(), tag.name());
    }

    @Transactional
    public CustomerTagsView addGroup(Actor actor, CustomerTagGroupRequest request) {
        requireAdmin(actor);
        store.lock(actor.orgId());
        TagRule.requireRoom(store.groups(actor.orgId()).size() + 1L, TagRule.GROUPS_MAX);
        String name = freeName(actor, request.name(), null);
        if (request.tags().isEmpty()) {
            throw CustomerprofileProblem.BAD_NAME.problem("field", "tags", "max", TagRule.NAME_MAX);
        }
        long id = store.addGroup(actor.orgId(), name, clock.instant());
        fill(actor, id, request.tags());
        return all(actor);
    }

    /** Renames, orders, adds and removes; a group without tags is gone. */
    @Transactional
    public CustomerTagsView changeGroup(Actor actor, long id, CustomerTagGroupRequest request) {
        requireAdmin(actor);
        store.lock(actor.orgId());
        if (store.group(actor.orgId(), id).isEmpty()) {
            throw CustomerprofileProblem.NOT_FOUND.problem();
        }
        String name = freeName(actor, request.name(), id);
        if (request.tags().isEmpty()) {
            store.deleteGroup(actor.orgId(), id);
            return all(actor);
        }
        store.renameGroup(actor.orgId(), id, name);
        fill(actor, id, request.tags());
        return all(actor);
    }

    @Transactional
    public CustomerTagsView deleteGroup(Actor actor, long id) {
        requireAdmin(actor);
        if (!store.deleteGroup(actor.orgId(), id)) {
            throw CustomerprofileProblem.NOT_FOUND.problem();
        }
        return all(actor);
    }

    @Transactional
    public CustomerTagsView order(Actor actor, List<Long> groups) {
        requireAdmin(actor);
        store.lock(actor.orgId());
        store.orderGroups(actor.orgId(), groups);
        return all(actor);
    }

    private void fill(Actor actor, long group, List<CustomerTagWish> wishes) {
        List<String> names =
                TagRule.names(wishes.stream().map(CustomerTagWish::name).toList());
        Set<Long> known = store.tags(actor).stream()
                .filter(tag -> Objects.equals(tag.groupId(), group))
                .map(Tag::id)
                .collect(Collectors.toSet());
        List<Long> kept = new ArrayList<>();
        for (CustomerTagWish wish : wishes) {
            Long id = wish.id();
            if (id != null && (!known.contains(id) || kept.contains(id))) {
                throw CustomerprofileProblem.UNKNOWN_TAG.problem();
            }
            if (id != null) {
                kept.add(id);
            }
        }
        store.retain(actor.orgId(), group, kept);
        int position = 0;
        for (CustomerTagWish wish : wishes) {
            Long id = wish.id();
            String name = names.get(position++);
            if (id == null) {
                store.add(actor.orgId(), new Tag(0, group, null, name), position, clock.instant());
            } else {
                store.change(actor.orgId(), id, name, position);
            }
        }
        TagRule.requireRoom(store.count(actor.orgId()), TagRule.TAGS_MAX);
    }

    private String freeName(Actor actor, String raw, @Nullable Long self) {
        String name = TagRule.name(raw);
        store.groupNamed(actor.orgId(), name)
                .filter(other -> !Objects.equals(other, self))
                .ifPresent(other -> {
                    throw CustomerprofileProblem.NAME_TAKEN.problem("name", name);
                });
        return name;
    }

    @Transactional
    public CustomerTagView addOwn(Actor actor, String raw) {
        String name = freeOwnName(actor, raw, null);
        TagRule.requireRoom(store.countOwn(actor) + 1, TagRule.OWN_MAX);
        long id = store.add(actor.orgId(), new Tag(0, null, actor.principalId(), name), 0, clock.instant());
        return new CustomerTagView(id, name);
    }

    @Transactional
    public CustomerTagView renameOwn(Actor actor, long id, String raw) {
        boolean own = store.find(actor, List.of(id)).stream().anyMatch(tag -> tag.ownerId() != null);
        if (!own) {
            throw CustomerprofileProblem.NOT_FOUND.problem();
        }
        String name = freeOwnName(actor, raw, id);
        store.change(actor.orgId(), id, name, 0);
        return new CustomerTagView(id, name);
    }

    private String freeOwnName(Actor actor, String raw, @Nullable Long self) {
        String name = TagRule.name(raw);
        store.ownNamed(actor, name)
                .filter(other -> !Objects.equals(other, self))
                .ifPresent(other -> {
                    throw CustomerprofileProblem.NAME_TAKEN.problem("name", name);
                });
        return name;
    }

    @Transactional
    public void deleteOwn(Actor actor, long id) {
        if (!store.deleteOwn(actor, id)) {
            throw CustomerprofileProblem.NOT_FOUND.problem();
        }
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw CustomerprofileProblem.NOT_ALLOWED.problem();
        }
    }
}
