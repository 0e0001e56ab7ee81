package org.qiao.flow;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants. {@code by} is a principal, or null for the system. Whether a person may see the instance at all, and
 * whether the template lets the applicant revoke, is the caller's to ask.
 */
public sealed interface Command {

    @Nullable
    Long by();

    /** @param chosen for each node whose approvers the applicant chooses */
    record Submit(@Nullable Long by, long applicant, Map<String, List<Long>> chosen) implements Command {

        public Submit {
            chosen = Map.copyOf(chosen);
        }

        public static Submit of(long applicant) {
            return new Submit(applicant, applicant, Map.of());
        }
    }

    record Agree(@Nullable Long by, int task, @Nullable String comment) implements Command {}

    record Handle(@Nullable Long by, int task, @Nullable String comment) implements Command {}

    record Refuse(@Nullable Long by, int task, @Nullable String reason) implements Command {}

    record Transfer(
            @Nullable Long by, int task, long to, @Nullable String comment) implements Command {}

    /** @param rule ALL, ANY or IN_TURN among the new ones; for PARALLEL they join the rule they stand in, and it is ignored */
    record AddSigners(
            @Nullable Long by,
            int task,
            FlowState.When when,
            Together.Rule rule,
            List<Long> people,
            @Nullable String comment)
            implements Command {

        public AddSigners {
            people = List.copyOf(people);
        }
    }

    /** @param task of a signer whom the actor added */
    record RemoveSigner(@Nullable Long by, int task) implements Command {}

    /** @param node null: to the applicant */
    record Return(
            @Nullable Long by,
            int task,
            @Nullable String node,
            FlowState.Then then,
            @Nullable String reason) implements Command {}

    /** @param chosen new choices; those not named stay */
    record Resubmit(@Nullable Long by, Map<String, List<Long>> chosen) implements Command {

        public Resubmit {
            chosen = Map.copyOf(chosen);
        }
    }

    /** @param task his own, which he agreed to or handled */
    record TakeBack(@Nullable Long by, int task) implements Command {}

    /** By the applicant, or by the system for an administrator. */
    record Revoke(@Nullable Long by, @Nullable String reason) implements Command {}

    /** Everything open and queued of one person. @param to null: nobody takes over, his seats fall vacant */
    record HandOver(@Nullable Long by, long from, @Nullable Long to) implements Command {}

    /** A timer that is no more is answered with no events. */
    record TimerFired(int timer) implements Command {

        @Override
        public @Nullable Long by() {
            return null;
        }
    }

    /** An answer that comes too late is answered with no events. @param ok false refuses the instance */
    record WebhookAnswered(int frame, boolean ok, @Nullable String text) implements Command {

        @Override
        public @Nullable Long by() {
            return null;
        }
    }
}
