package org.qiao.foreigntask;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTask.Content;
import org.qiao.foreigntask.ForeignTask.ForeignTaskAnswer;
import org.qiao.foreigntask.ForeignTask.ForeignTaskFact;
import org.qiao.foreigntask.ForeignTask.State;
import org.qiao.foreigntask.ForeigntaskProblem.Flaw;

/** What other systems send. */
final class OpenTaskRequests {

    static final int FACTS = 8;
    static final int ANSWERS = 3;
    static final int PEOPLE = 50;
    static final int AT_ONCE = 100;

    /** Nothing is due before or after these. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private OpenTaskRequests() {}

    /**
     * Body of PUT /api/open/tasks/{key}: the whole task as it is meant to be.
     *
     * @param state left out: OPEN
     * @param assignees ids of members
     * @param numbers staff numbers of members, beside or instead of ids
     * @param reopen the version of the ended task that this opens again
     */
    record ForeignTaskPush(
            @NotBlank @Size(max = 200) String title,

            @Size(max = FACTS) List<@NotNull @Valid ForeignTaskFact> facts,

            @Size(max = 1000) @Nullable String link,
            @Nullable Instant dueAt,
            State state,
            @Size(max = PEOPLE) List<@NotNull Long> assignees,

            @Size(max = PEOPLE) List<@NotBlank @Size(max = 64) String> numbers,

            @Size(max = ANSWERS) List<@NotNull @Valid ForeignTaskAnswer> answers,

            @Nullable @Positive Integer reopen) {

        ForeignTaskPush {
            facts = facts == null ? List.of() : facts;
            assignees = assignees == null ? List.of() : assignees;
            numbers = numbers == null ? List.of() : numbers;
            answers = answers == null ? List.of() : answers;
            state = state == null ? State.OPEN : state;
            link = link == null || link.isBlank() ? null : link.strip();
        }

        /** What bean validation cannot see. @param at where it stands in the call, "" or "items[3]." */
        List<Flaw> flaws(String at) {
            List<Flaw> flaws = new ArrayList<>();
            if (state == State.OPEN && answers.isEmpty() && link == null) {
                flaws.add(new Flaw(at + "link", "link_or_answers"));
            }
            if (state == State.OPEN && assignees.isEmpty() && numbers.isEmpty()) {
                flaws.add(new Flaw(at + "assignees", "required"));
            }
            if (assignees.size() + numbers.size() > PEOPLE) {
                flaws.add(new Flaw(at + "numbers", "size"));
            }
            if (dueAt != null && (dueAt.isBefore(EARLIEST) || dueAt.isAfter(LATEST))) {
                flaws.add(new Flaw(at + "dueAt", "range"));
            }
            Set<String> keys = new HashSet<>();
            for (int i = 0; i < answers.size(); i++) {
                if (!keys.add(answers.get(i).key())) {
                    flaws.add(new Flaw(at + "answers[" + i + "].key", "twice"));
                }
            }
            return flaws;
        }

        Content content() {
            return new Content(title.strip(), facts, link, dueAt, answers);
        }
    }

    /** One of several. */
    record KeyedTaskPush(
            @NotNull @Size(max = 100) String key,
            @NotNull @Valid ForeignTaskPush task) {}

    /** Body of POST /api/open/tasks: all or none. */
    record ForeignTaskBatch(@NotEmpty @Size(max = AT_ONCE) List<@NotNull @Valid KeyedTaskPush> items) {}
}
