package org.qiao.directory;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.qiao.directory.Authorities.Authority;
import org.qiao.directory.MemberStore.NameCursor;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The whole company at once, for spreadsheets in and out. Full administrators only. */
@Service
public class Roster {

    private static final int PAGE = 1_000;

    private final MemberStore store;
    private final PostStore posts;
    private final DepartmentStore departments;
    private final Hires hires;
    private final Identities identities;

    Roster(MemberStore store, PostStore posts, DepartmentStore departments, Hires hires, Identities identities) {
        this.store = store;
        this.posts = posts;
        this.departments = departments;
        this.hires = hires;
        this.identities = identities;
    }

    /**
     * A member who has not left.
     *
     * @param changeable false: the actor may not change this member (the owner)
     */
    public record Entry(long id, NewMember person, boolean changeable) {}

    /** Members in the order of their names, page by page, so that a large company does not have to fit into memory. */
    public void forEach(Actor actor, Consumer<Entry> consumer) {
        Authority.requireAdmin(actor);
        NameCursor after = NameCursor.parse(null);
        List<MemberRow> rows;
        do {
            rows = store.list(actor.orgId(), new MemberStore.Filter(null, null, null), after, PAGE);
            entries(actor, rows).forEach(consumer);
            after = rows.isEmpty() ? after : NameCursor.parse(NameCursor.of(rows.getLast()));
        } while (rows.size() == PAGE);
    }

    /** Department ids to paths of names from below the root; the root's path is empty. */
    public Map<Long, List<String>> paths(Actor actor) {
        Authority.requireAdmin(actor);
        Map<Long, List<String>> paths = new HashMap<>();
        departments.tree(actor.orgId()).byPath().forEach((path, id) -> paths.put(id, path));
        return paths;
    }

    /**
     * Gives members new properties and places, in the caller's transaction.
     *
     * @param done called after each member
     */
    @Transactional
    public void update(Actor actor, Collection<Entry> changes, Runnable done) {
        Authority.requireAdmin(actor);
        DepartmentTree tree = departments.tree(actor.orgId());
        for (Entry change : changes) {
            MemberRow before = store.lock(actor, change.id()).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
            if (before.state() == MemberState.LEFT) {
                throw DirectoryProblem.MEMBER_LEFT.problem();
            }
            hires.rewrite(actor.orgId(), before, change.person(), tree);
            done.run();
        }
    }

    private List<Entry> entries(Actor actor, List<MemberRow> rows) {
        List<Long> ids = rows.stream().map(MemberRow::id).toList();
        Map<Long, List<Post>> postsOf = posts.find(actor.orgId(), ids).stream()
                .collect(Collectors.groupingBy(
                        PostStore.PostRow::memberId, Collectors.mapping(PostStore.PostRow::post, Collectors.toList())));
        Map<Long, Set<Grant>> grants = identities.grants(actor.orgId(), ids);
        List<Entry> entries = new ArrayList<>(rows.size());
        for (MemberRow row : rows) {
            if (row.state() != MemberState.LEFT) {
                boolean owner = grants.getOrDefault(row.id(), Set.of()).contains(Grant.OWNER);
                entries.add(new Entry(
                        row.id(), person(row, postsOf.getOrDefault(row.id(), List.of())), !owner || actor.isOwner()));
            }
        }
        return entries;
    }

    private static NewMember person(MemberRow row, List<Post> posts) {
        MemberData data = row.data();
        return new NewMember(
                data.name(),
                data.alias(),
                data.number(),
                data.phone(),
                data.email(),
                data.title(),
                data.workPlace(),
                posts,
                row.state());
    }
}
