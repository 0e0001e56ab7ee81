package org.qiao.foreigntask;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTask.State;
import org.qiao.foreigntask.ForeigntaskProblem.Flaw;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;

/**
 * Who a system's tasks may be given to.
 *
 * @param present members of the company, of those that were named
 * @param numbers members by staff number
 * @param only whom the key is bound to; null: anybody
 */
record AssigneeRule(
        Set<Long> present,
        Map<String, Long> numbers,
        @Nullable Long only) {

    /**
     * Those of a task. Of an open one everybody must be known; one that has ended is nobody's work any more, so who has left
     * meanwhile is left out.
     *
     * @param at where the task stands in the call, "" or "items[3]."
     * @param flaws gets those that are not known
     */
    Set<Long> people(ForeignTaskPush push, String at, List<Flaw> flaws) {
        Set<Long> people = new TreeSet<>();
        boolean strict = push.state() == State.OPEN;
        for (int i = 0; i < push.assignees().size(); i++) {
            long id = push.assignees().get(i);
            add(people, present.contains(id) ? id : null, strict ? at + "assignees[" + i + "]" : null, flaws);
        }
        for (int i = 0; i < push.numbers().size(); i++) {
            Long id = numbers.get(push.numbers().get(i));
            add(people, id, strict ? at + "numbers[" + i + "]" : null, flaws);
        }
        return people;
    }

    private void add(Set<Long> people, @Nullable Long id, @Nullable String field, List<Flaw> flaws) {
        if (id != null && (only == null || only.equals(id))) {
            people.add(id);
        } else if (field != null) {
            flaws.add(new Flaw(field, "unknown"));
        }
    }
}
