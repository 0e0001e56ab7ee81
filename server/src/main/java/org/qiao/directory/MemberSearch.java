package org.qiao.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Authorities.Authority;
import org.qiao.directory.MemberStore.NameCursor;
import org.qiao.naming.NameHit;
import org.qiao.naming.NameIndex;
import org.qiao.naming.NameMatch;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;

/** Finds colleagues, and lists members for administrators. */
@Service
class MemberSearch {

    private static final int HITS_DEFAULT = 20;
    private static final int HITS_MAX = 50;

    private final NameIndex index;
    private final MemberStore store;
    private final MemberViews views;
    private final DepartmentStore departments;
    private final OrgStore orgs;
    private final Authorities authorities;

    MemberSearch(
            NameIndex index,
            MemberStore store,
            MemberViews views,
            DepartmentStore departments,
            OrgStore orgs,
            Authorities authorities) {
        this.index = index;
        this.store = store;
        this.views = views;
        this.departments = departments;
        this.orgs = orgs;
        this.authorities = authorities;
    }

    /** A colleague found, with the department to tell namesakes apart. */
    record Hit(@JsonUnwrapped Card card, String departmentName, NameMatch match) {}

    /** Who was found; there is no second page: a better question is quicker. */
    record Hits(List<Hit> items) {}

    /** The question of an administrator. */
    record Question(
            @Nullable MemberState state,
            @Nullable Long departmentId,
            @Nullable String q) {}

    /** Present members only. A phone finds its owner only for who may see it. */
    Hits find(Actor actor, String question, @Nullable Integer limit) {
        int size = Limits.page(limit, HITS_DEFAULT, HITS_MAX);
        boolean phones = actor.mayAdminister()
                || orgs.find(actor.orgId())
                        .map(OrgView::settings)
                        .orElse(OrgSettings.STANDARD)
                        .contactsVisible();
        List<NameHit> hits = index.find(actor.orgId(), question, phones, size);
        Map<Long, Card> cards = new HashMap<>();
        List<Long> ids = hits.stream().map(NameHit::principalId).toList();
        store.find(actor.orgId(), ids).forEach(row -> cards.put(row.id(), row.card()));
        Map<Long, String> mains = departments.mainNames(actor.orgId(), ids);
        return new Hits(hits.stream()
                .filter(hit -> cards.containsKey(hit.principalId()))
                .map(hit -> new Hit(
                        Objects.requireNonNull(cards.get(hit.principalId())),
                        mains.getOrDefault(hit.principalId(), ""),
                        hit.match()))
                .toList());
    }

    /** A sub-administrator sees the members of his departments only. */
    Page<MemberView> list(Actor actor, Question question, @Nullable String after, @Nullable Integer limit) {
        Authority authority = authorities.of(actor);
        int size = Limits.page(limit);
        String q = question.q();
        Set<Long> ids = q == null || q.isBlank() ? null : index.filter(actor.orgId(), q);
        MemberStore.Filter filter =
                new MemberStore.Filter(question.state(), within(actor, authority, question.departmentId()), ids);
        List<MemberRow> rows = store.list(actor.orgId(), filter, NameCursor.parse(after), size + 1);
        Page<MemberRow> page = Page.cut(rows, size, NameCursor::of);
        return new Page<>(views.of(actor, page.items()), page.next());
    }

    private @Nullable Set<Long> within(Actor actor, Authority authority, @Nullable Long departmentId) {
        if (departmentId == null) {
            return authority.full() ? null : authority.departments();
        }
        Set<Long> subtree = new HashSet<>(departments.tree(actor.orgId()).subtrees(List.of(departmentId)));
        if (!authority.full()) {
            subtree.retainAll(authority.departments());
        }
        return subtree;
    }
}
