package org.qiao.customercare;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareRule.Step;
import org.qiao.customercare.Talk.Waiting;

/** A customer's thread as it was looked at last. */
record CareThread(Place place, Talk talk, Progress progress) {

    /**
     * Whose thread it is.
     *
     * @param serverId who serves the customer, here or gone
     */
    record Place(long orgId, long conversationId, long customerId, long relationId, long serverId) {}

    /**
     * What has been done about the wait.
     *
     * @param helperId a colleague who was asked in
     * @param helperOver he is not needed any more
     * @param told whoever is to be told of the step has been
     * @param dueAt when it is looked at next; null: when something happens
     */
    record Progress(
            Step step,
            @Nullable Instant stepAt,
            boolean told,
            @Nullable Long helperId,
            boolean helperOver,
            @Nullable Instant dueAt) {

        static final Progress NOTHING = new Progress(Step.NONE, null, true, null, false, null);

        /** A wait begins, or goes on with somebody else: looked at at once. */
        Progress fresh(Instant now) {
            return new Progress(Step.NONE, null, true, helperId, helperOver, now);
        }

        /** Nobody waits; a helper who is not needed is still to go. */
        Progress idle(Instant now) {
            return new Progress(Step.NONE, null, true, helperId, helperOver, helperOver ? now : null);
        }

        Progress due(@Nullable Instant at) {
            return new Progress(step, stepAt, told, helperId, helperOver, at);
        }

        Progress taken(Step next, @Nullable Long helper, Instant now) {
            return new Progress(next, now, false, helper, false, now);
        }

        Progress over() {
            return new Progress(step, stepAt, told, helperId, helperId != null, dueAt);
        }

        Progress alone() {
            return new Progress(step, stepAt, told, null, false, dueAt);
        }

        Progress known(@Nullable Instant at) {
            return new Progress(step, stepAt, true, helperId, helperOver, at);
        }
    }

    long orgId() {
        return place.orgId();
    }

    long conversationId() {
        return place.conversationId();
    }

    @Nullable
    Waiting waiting() {
        return talk.waiting();
    }

    /** Who is to answer: the colleague who was asked in, until whoever serves the customer writes again himself. */
    long responsible() {
        Long helper = progress.helperId();
        return helper != null && !progress.helperOver() ? helper : place.serverId();
    }

    boolean isHelped() {
        return responsible() != place.serverId();
    }

    CareThread with(Progress other) {
        return new CareThread(place, talk, other);
    }
}
