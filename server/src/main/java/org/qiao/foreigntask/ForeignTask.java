package org.qiao.foreigntask;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A task of another system, and all that can become of it. The first answer counts for everybody who has it.
 *
 * @param id 0 until it is stored
 * @param how it ended; null while it is open
 * @param version grows with every change, so that nobody answers what he has not seen
 * @param digest of what the system said last: said again, it changes nothing
 */
record ForeignTask(
        long id,
        long systemId,
        String key,
        Content content,
        State state,
        @Nullable How how,
        int version,
        String digest,
        @Nullable Answer answer,
        Times times) {

    enum State {
        OPEN,
        DONE,
        CANCELLED
    }

    enum How {
        /** A person chose an answer. */
        ANSWERED,
        /** The system said so. */
        SYSTEM,
        WITHDRAWN,
        /** Everybody who had it has left the company. */
        LEFT
    }

    /** What the system says. */
    record Content(
            String title,
            List<ForeignTaskFact> facts,
            @Nullable String link,
            @Nullable Instant dueAt,
            List<ForeignTaskAnswer> answers) {

        Content {
            facts = List.copyOf(facts);
            answers = List.copyOf(answers);
        }
    }

    record ForeignTaskFact(
            @NotBlank @Size(max = 40) String label,
            @NotNull @Size(max = 200) String value) {}

    /** A button. */
    record ForeignTaskAnswer(
            @NotNull @Pattern(regexp = "[A-Za-z0-9_-]{1,40}")
            String key,

            @NotBlank @Size(max = 20) String label) {}

    record Answer(String key, long memberId, @Nullable String text, Instant at) {}

    record Times(
            Instant createdAt, Instant changedAt, @Nullable Instant endedAt) {

        Times changed(Instant now) {
            return new Times(createdAt, now, endedAt);
        }

        Times ended(Instant now) {
            return new Times(createdAt, now, now);
        }

        Times open(Instant now) {
            return new Times(createdAt, now, null);
        }
    }

    /** What a system says of a task. @param reopen the version of the ended task that it opens again */
    record Said(
            Content content,
            State state,
            String digest,
            @Nullable Integer reopen) {}

    static ForeignTask first(long systemId, String key, Said said, Instant now) {
        if (said.reopen() != null) {
            throw ForeigntaskProblem.CHANGED_MEANWHILE.problem("key", key, "version", 0);
        }
        boolean open = said.state() == State.OPEN;
        Times times = new Times(now, now, open ? null : now);
        How how = open ? null : How.SYSTEM;
        return new ForeignTask(0, systemId, key, said.content(), said.state(), how, 1, said.digest(), null, times);
    }

    boolean isOpen() {
        return state == State.OPEN;
    }

    boolean heard(Said said) {
        return digest.equals(said.digest());
    }

    /** The system speaks again. What has ended opens only when it names the end that it undoes: a late update undoes no answer. */
    ForeignTask said(Said said, Instant now) {
        Integer reopen = said.reopen();
        boolean opens = said.state() == State.OPEN;
        if (reopen != null && (!opens || isOpen() || reopen != version)) {
            throw ForeigntaskProblem.CHANGED_MEANWHILE.problem("key", key, "version", version);
        }
        if (opens && !isOpen() && reopen == null) {
            throw ForeigntaskProblem.ENDED.problem("key", key, "version", version);
        }
        if (opens) {
            return with(said, null, null, times.open(now));
        }
        boolean sameEnd = state == said.state();
        return with(said, sameEnd ? how : How.SYSTEM, answer, sameEnd ? times.changed(now) : times.ended(now));
    }

    private ForeignTask with(Said said, @Nullable How end, @Nullable Answer given, Times when) {
        return new ForeignTask(
                id, systemId, key, said.content(), said.state(), end, version + 1, said.digest(), given, when);
    }

    /** @param seen the version the person looked at */
    ForeignTask answered(Answer given, int seen) {
        if (!isOpen() || seen != version) {
            throw ForeigntaskProblem.CHANGED_MEANWHILE.problem("key", key, "version", version);
        }
        if (content.answers().stream().noneMatch(each -> each.key().equals(given.key()))) {
            throw ForeigntaskProblem.UNKNOWN_ANSWER.problem();
        }
        return ended(State.DONE, How.ANSWERED, given, given.at());
    }

    /** What has ended stays as it ended. */
    ForeignTask withdrawn(Instant now) {
        return isOpen() ? ended(State.CANCELLED, How.WITHDRAWN, null, now) : this;
    }

    /** Nobody is left who could do it. */
    ForeignTask abandoned(Instant now) {
        return ended(State.CANCELLED, How.LEFT, null, now);
    }

    private ForeignTask ended(State end, How why, @Nullable Answer given, Instant now) {
        return new ForeignTask(id, systemId, key, content, end, why, version + 1, digest, given, times.ended(now));
    }

    ForeignTask stored(long number) {
        return new ForeignTask(number, systemId, key, content, state, how, version, digest, answer, times);
    }

    @Override
    public String toString() {
        return "ForeignTask " + id;
    }
}
