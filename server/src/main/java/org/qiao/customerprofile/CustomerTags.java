package org.qiao.customerprofile;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRelations;
import org.qiao.customerprofile.TagStore.Tag;
import org.qiao.customerprofile.TaggingStore.Tagging;
import org.qiao.customerprofile.TaggingStore.Where;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Tags on relations: set, taken away and read. */
@Service
class CustomerTags {

    private final TagStore tags;
    private final TaggingStore taggings;
    private final CustomerRelations relations;
    private final CustomerEvents timeline;
    private final Members members;
    private final Clock clock;

    CustomerTags(
            TagStore tags,
            TaggingStore taggings,
            CustomerRelations relations,
            CustomerEvents timeline,
            Members members,
            Clock clock) {
        this.tags = tags;
        this.taggings = taggings;
        this.relations = relations;
        this.timeline = timeline;
        this.members = members;
        this.clock = clock;
    }

    /**
     * Sets company tags because a rule says so, as a contact way does; unknown ones are left out, and all of them where there is no
     * room: what else follows from the same event is not to fail for it. In the caller's transaction.
     *
     * @param rule how it is called; empty: it has no name
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setByRule(CustomerRelation relation, Collection<Long> tagIds, String rule) {
        Where where = new Where(relation.orgId(), relation.id(), null);
        List<Tag> some = known(relation, tagIds);
        Set<Long> fresh = set(where, some);
        if (!fresh.isEmpty() && isFull(where)) {
            taggings.unset(where, fresh);
        } else {
            tell(where, relation, some, fresh, rule);
        }
    }

    /** The same because a member has brought them in with the customer. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void setFor(CustomerRelation relation, Collection<Long> tagIds, long by) {
        add(new Where(relation.orgId(), relation.id(), by), relation, known(relation, tagIds));
    }

    private List<Tag> known(CustomerRelation relation, Collection<Long> tagIds) {
        return tagIds.isEmpty() ? List.of() : tags.find(relation.orgId(), null, tagIds);
    }

    /** On one relation of his, or of somebody he leads. */
    @Transactional
    public List<TagViews.TaggingView> change(Actor actor, long relationId, TagRequests.TaggingRequest request) {
        change(actor, List.of(relationId), request.add(), request.remove());
        return views(actor, List.of(relationId));
    }

    @Transactional
    public void change(Actor actor, TagRequests.BulkTaggingRequest request) {
        change(actor, request.relations(), request.add(), request.remove());
    }

    private void change(Actor actor, Collection<Long> ids, Collection<Long> add, Collection<Long> remove) {
        Set<Long> asked = new HashSet<>(add);
        asked.addAll(remove);
        Map<Long, Tag> known = tags.find(actor, asked).stream().collect(Collectors.toMap(Tag::id, tag -> tag));
        if (!known.keySet().containsAll(asked)) {
            throw CustomerprofileProblem.UNKNOWN_TAG.problem();
        }
        List<Tag> added = add.stream().distinct().map(known::get).toList();
        List<Tag> removed = remove.stream()
                .distinct()
                .filter(id -> !add.contains(id))
                .map(known::get)
                .toList();
        for (long id : ids.stream().sorted().distinct().toList()) {
            CustomerRelation relation = relations.require(actor, id);
            Where where = new Where(actor.orgId(), id, actor.principalId());
            remove(where, relation, removed);
            add(where, relation, added);
        }
    }

    private void add(Where where, CustomerRelation relation, List<Tag> some) {
        if (some.isEmpty()) {
            return;
        }
        Set<Long> fresh = set(where, some);
        TagRule.requireRoom(taggings.count(where.orgId(), where.relationId()), TagRule.PER_RELATION_MAX);
        tell(where, relation, some, fresh, "");
    }

    /** What was not there before. */
    private Set<Long> set(Where where, List<Tag> some) {
        return some.isEmpty()
                ? Set.of()
                : new HashSet<>(taggings.set(where, some.stream().map(Tag::id).toList(), clock.instant()));
    }

    private boolean isFull(Where where) {
        return taggings.count(where.orgId(), where.relationId()) > TagRule.PER_RELATION_MAX;
    }

    private void tell(Where where, CustomerRelation relation, List<Tag> some, Set<Long> fresh, String rule) {
        tell(
                "TAGGED",
                where,
                relation,
                some.stream().filter(tag -> fresh.contains(tag.id())).toList(),
                rule);
    }

    private void remove(Where where, CustomerRelation relation, List<Tag> some) {
        if (some.isEmpty()) {
            return;
        }
        Set<Long> gone =
                new HashSet<>(taggings.unset(where, some.stream().map(Tag::id).toList()));
        tell(
                "UNTAGGED",
                where,
                relation,
                some.stream().filter(tag -> gone.contains(tag.id())).toList(),
                "");
    }

    /** Personal tags are nobody else's business: the timeline is silent about them. */
    private void tell(String kind, Where where, CustomerRelation relation, List<Tag> some, String rule) {
        List<String> names = some.stream()
                .filter(tag -> tag.ownerId() == null)
                .map(Tag::name)
                .toList();
        if (!names.isEmpty()) {
            Map<String, Object> data = rule.isEmpty() ? Map.of("tags", names) : Map.of("tags", names, "rule", rule);
            timeline.add(
                    where.orgId(),
                    relation.customerId(),
                    NewEvent.of(kind, where.by()).about(relation.id()).with(data));
        }
    }

    /** What stands on these relations, as the actor sees it; whether he may look at them was asked before. */
    List<TagViews.TaggingView> views(Actor actor, Collection<Long> relationIds) {
        if (relationIds.isEmpty()) {
            return List.of();
        }
        List<Tagging> rows = taggings.list(actor.orgId(), relationIds, actor.principalId());
        Map<Long, Card> people = people(actor, rows);
        List<TagViews.TaggingView> views = new ArrayList<>();
        for (Tagging row : rows) {
            Long by = row.setBy();
            views.add(new TagViews.TaggingView(
                    row.tagId(),
                    row.name(),
                    row.group(),
                    row.groupId() == null,
                    row.relationId(),
                    by == null ? null : people.get(by),
                    row.setAt()));
        }
        return views;
    }

    private Map<Long, Card> people(Actor actor, List<Tagging> rows) {
        Set<Long> ids = new HashSet<>();
        for (Tagging row : rows) {
            Long by = row.setBy();
            if (by != null) {
                ids.add(by);
            }
        }
        return members.cardsById(actor, ids);
    }

    /** Company tags go on with the thread when somebody else serves. */
    void inherit(long orgId, @Nullable Long from, long to) {
        if (from != null && from != to) {
            taggings.inherit(orgId, from, to);
        }
    }
}
