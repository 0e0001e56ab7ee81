package org.qiao.customerprofile;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.CustomerLists.Search;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.customerprofile.LineListStore.Wanted;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Whom a filter or a segment means, for modules that reach many customers. They have checked whose customers the actor may reach. */
@Service
public class CustomerPicks {

    private final LineListStore lines;
    private final SegmentStore segments;
    private final ExportStore exports;
    private final JsonMapper json;
    private final Clock clock;

    CustomerPicks(LineListStore lines, SegmentStore segments, ExportStore exports, JsonMapper json, Clock clock) {
        this.lines = lines;
        this.segments = segments;
        this.exports = exports;
        this.json = json;
        this.clock = clock;
    }

    public record Pick(long relationId, long customerId, long memberId) {}

    /** What one of the actor's segments, or of the company's, asks for: customerprofile.not_found. */
    @Transactional(readOnly = true)
    public LineFilter segment(Actor actor, long id) {
        SegmentStore.Segment segment = segments.find(actor, id).orElseThrow(CustomerprofileProblem.NOT_FOUND::problem);
        return json.readValue(segment.filter(), Search.class).filter();
    }

    /**
     * Relations of these members that fit, whoever was talked with last first; open ones unless the filter says otherwise.
     *
     * @param filter null: all of them
     */
    @Transactional(readOnly = true)
    public List<Pick> list(Actor actor, Collection<Long> members, @Nullable LineFilter filter, int most) {
        LineFilter wanted = (filter == null ? LineFilter.NONE : filter).openUnlessSaid();
        return lines.picks(actor, new Wanted(members, wanted, clock.instant()), most);
    }

    /** Writes down, in the caller's transaction, that the actor takes the results of a mass message out of the program. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void noteExport(Actor actor, boolean own, long massId, int count) {
        LineScope scope = own ? LineScope.MINE : LineScope.ALL;
        exports.add(actor, new ExportStore.Taken(scope, "{}", massId, count), clock.instant());
    }
}
