package org.qiao.ding;

import java.time.Instant;
import java.util.List;
import org.qiao.ding.Ranges.Candidate;
import org.qiao.dingrule.DingSettings;
import org.qiao.dingrule.Ladder;
import org.qiao.dingrule.Way;

/** A checked draft: what would be sent, and to whom. */
record Draft(
        DingDraft input, Ladder ladder, Instant now, Instant sendAt, DingSettings settings, List<Candidate> people) {

    Draft {
        people = List.copyOf(people);
    }

    List<Candidate> reached() {
        return people.stream().filter(person -> !person.isRefused()).toList();
    }

    /** How many are reached by this way, if nobody confirms. */
    int people(Way way) {
        return (int) reached().stream().filter(person -> times(person, way) > 0).count();
    }

    /** How often this way is taken, if nobody confirms and without stand-ins. */
    int uses(Way way) {
        return reached().stream().mapToInt(person -> times(person, way)).sum();
    }

    private int times(Candidate person, Way way) {
        if (!person.answer().ways().contains(way)) {
            return 0;
        }
        return (person.memberId() == null ? ladder.outside() : ladder).count(way);
    }
}
