package org.qiao.customerprofile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customerprofile.TagStore.Tag;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** For modules that reach customers by their tags. Counts and lists are as good as the lists of customers: a moment behind. */
@Service
public class TaggedRelations {

    private final TagStore tags;
    private final TaggingStore taggings;

    TaggedRelations(TagStore tags, TaggingStore taggings) {
        this.tags = tags;
        this.taggings = taggings;
    }

    /**
     * Which customers are meant, by the tags on the relation.
     *
     * @param all each of the tags has to be there, otherwise one of them is enough
     * @param tags none: everybody
     */
    public record TagChoice(boolean all, @Size(max = 20) Set<@NotNull Long> tags) {

        public static final TagChoice EVERYBODY = new TagChoice(false, Set.of());

        public TagChoice {
            tags = tags == null ? Set.of() : Set.copyOf(tags);
            all = all && tags.size() > 1; // with one tag both mean the same
        }

        /** @param carried what stands on a relation */
        public boolean admits(Set<Long> carried) {
            if (tags.isEmpty()) {
                return true;
            }
            return all ? carried.containsAll(tags) : tags.stream().anyMatch(carried::contains);
        }

        /** So many of the tags have to be there. */
        int least() {
            return all ? tags.size() : Math.min(1, tags.size());
        }
    }

    /** An open relation. */
    public record Carrier(long relationId, long customerId, long memberId) {}

    /** What stands on these relations, of whomever; those without tags are left out. The truth, not the lists' view of it. */
    public Map<Long, Set<Long>> tags(long orgId, Collection<Long> relations) {
        return relations.isEmpty() ? Map.of() : taggings.onRelations(orgId, relations);
    }

    /** How many persons have an open relation to one of the members that the choice admits. */
    public int persons(long orgId, Collection<Long> members, TagChoice choice) {
        return members.isEmpty() ? 0 : taggings.persons(orgId, members, choice);
    }

    /** The same for each of the members; who has none is left out. */
    public Map<Long, Integer> perMember(long orgId, Collection<Long> members, TagChoice choice) {
        return members.isEmpty() ? Map.of() : taggings.perMember(orgId, members, choice);
    }

    /** Newest relations first. */
    public List<Carrier> list(long orgId, Collection<Long> members, TagChoice choice, long before, int limit) {
        return members.isEmpty() ? List.of() : taggings.carrying(orgId, members, choice, before, limit);
    }

    /** Refuses tags that there are not. */
    public void requireCompanyTags(long orgId, Collection<Long> ids) {
        if (tags.find(orgId, null, ids).size() != Set.copyOf(ids).size()) {
            throw CustomerprofileProblem.UNKNOWN_TAG.problem();
        }
    }

    /** Refuses tags that there are not for the actor: the company's and his own are. */
    public void requireTags(Actor actor, Collection<Long> ids) {
        if (names(actor, ids).size() != Set.copyOf(ids).size()) {
            throw CustomerprofileProblem.UNKNOWN_TAG.problem();
        }
    }

    /** Names of those that the actor may know. */
    public Map<Long, String> names(Actor actor, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : tags.find(actor, ids).stream().collect(Collectors.toMap(Tag::id, Tag::name));
    }
}
