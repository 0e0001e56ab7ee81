package org.qiao.flow;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One line of a path before it is walked.
 *
 * @param within the ways around it, outermost first
 * @param way of a branch: which one is taken
 * @param now the instance stands here
 * @param together how its people are asked, if they are
 * @param missing subjects that the choice of a way depends on and that have no value yet: the path is open from here
 */
public record Step(
        String node,
        List<String> within,
        @Nullable String way,
        boolean now,
        @Nullable Together together,
        List<Person> people,
        Set<String> missing) {

    public Step {
        within = List.copyOf(within);
        people = List.copyOf(people);
        missing = Set.copyOf(missing);
    }

    /**
     * @param forWhom whose delegate he is
     * @param skipped why he is not asked; he is asked, or told, when absent
     */
    public record Person(long id, @Nullable Long forWhom, FlowState.@Nullable Why skipped) {}
}
