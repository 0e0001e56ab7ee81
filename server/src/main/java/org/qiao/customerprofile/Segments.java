package org.qiao.customerprofile;

import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.qiao.customerprofile.CustomerLists.Search;
import org.qiao.customerprofile.ListViews.SegmentRequest;
import org.qiao.customerprofile.ListViews.SegmentView;
import org.qiao.customerprofile.SegmentStore.Segment;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Filters with a name: everybody's own, and the company's, which administrators keep. A segment has no members; it is asked anew. */
@Service
class Segments {

    private static final int SEGMENTS_MAX = 100;

    private final SegmentStore store;
    private final TagStore tags;
    private final JsonMapper json;
    private final Clock clock;

    Segments(SegmentStore store, TagStore tags, JsonMapper json, Clock clock) {
        this.store = store;
        this.tags = tags;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<SegmentView> list(Actor actor) {
        return store.list(actor).stream().map(this::view).toList();
    }

    private SegmentView view(Segment segment) {
        Search search = json.readValue(segment.filter(), Search.class);
        boolean company = segment.ownerId() == null;
        return new SegmentView(
                segment.id(), segment.name(), company, search.scope(), search.order(), search.filter(), !company);
    }

    @Transactional
    public SegmentView add(Actor actor, SegmentRequest request) {
        if (request.company()) {
            TagBook.requireAdmin(actor);
        }
        TagRule.requireRoom(store.list(actor).size() + 1L, SEGMENTS_MAX);
        Segment wanted = segment(actor, 0, request);
        long id = store.add(actor, wanted, clock.instant());
        return view(new Segment(id, wanted.ownerId(), wanted.name(), wanted.filter()));
    }

    /** Whose it is does not change. */
    @Transactional
    public SegmentView change(Actor actor, long id, SegmentRequest request) {
        Segment before = requireMine(actor, id);
        Segment wanted = segment(actor, id, request);
        store.change(actor, wanted, clock.instant());
        return view(new Segment(id, before.ownerId(), wanted.name(), wanted.filter()));
    }

    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id);
        store.delete(actor.orgId(), id);
    }

    private Segment requireMine(Actor actor, long id) {
        Segment segment = store.find(actor, id).orElseThrow(CustomerprofileProblem.NOT_FOUND::problem);
        if (segment.ownerId() == null) {
            TagBook.requireAdmin(actor);
        }
        return segment;
    }

    private Segment segment(Actor actor, long id, SegmentRequest request) {
        requireKnownTags(actor, request.filter());
        String filter = json.writeValueAsString(new Search(request.scope(), request.filter(), request.order()));
        return new Segment(id, request.company() ? null : actor.principalId(), TagRule.name(request.name()), filter);
    }

    private void requireKnownTags(Actor actor, LineFilter filter) {
        Set<Long> asked = new HashSet<>(Objects.requireNonNullElse(filter.anyTags(), List.of()));
        asked.addAll(Objects.requireNonNullElse(filter.allTags(), List.of()));
        if (!asked.isEmpty() && tags.find(actor, asked).size() != asked.size()) {
            throw CustomerprofileProblem.UNKNOWN_TAG.problem();
        }
    }
}
