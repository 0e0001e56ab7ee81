package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.form.Condition;

/** One node of a route. Its id is unique in the route, ways included, and stays when the route is redrawn. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Node.Approve.class, name = "APPROVE"),
    @JsonSubTypes.Type(value = Node.Handle.class, name = "HANDLE"),
    @JsonSubTypes.Type(value = Node.Cc.class, name = "CC"),
    @JsonSubTypes.Type(value = Node.Branch.class, name = "BRANCH"),
    @JsonSubTypes.Type(value = Node.Parallel.class, name = "PARALLEL"),
    @JsonSubTypes.Type(value = Node.Delay.class, name = "DELAY"),
    @JsonSubTypes.Type(value = Node.Webhook.class, name = "WEBHOOK")
})
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Node {

    String id();

    @Nullable
    String name();

    /** What somebody who is asked may do with a field. Fields that are not named are READ. */
    enum Access {
        HIDDEN,
        READ,
        EDIT
    }

    /** What may be done besides agreeing and handling. */
    enum Action {
        REFUSE,
        TRANSFER,
        ADD_BEFORE,
        ADD_AFTER,
        ADD_PARALLEL,
        RETURN,
        TAKE_BACK
    }

    /** What happens when the applicant is found as an approver. */
    enum SameAsApplicant {
        ASK,
        /** He is left out. A node that is left with nobody for this reason alone passes. */
        SKIP,
        /** His superior is asked in his place; who has none is nobody. */
        SUPERIOR
    }

    /** What happens when somebody has agreed in this run already; his agreement counts for this node too. */
    enum AlreadyAgreed {
        ASK,
        SKIP,
        /** Only when he agreed in the asking node directly before, on the same strand. */
        SKIP_NEXT
    }

    /** A node where people are asked. */
    sealed interface Asks extends Node {

        Approvers approvers();

        Together together();

        Nobody nobody();

        SameAsApplicant sameAsApplicant();

        AlreadyAgreed alreadyAgreed();

        @Nullable
        Limit limit();

        Map<String, Access> fields();

        Set<Action> actions();
    }

    /** @param actions all when absent */
    record Approve(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Valid Approvers approvers,
            @NotNull @Valid Together together,
            @NotNull @Valid Nobody nobody,
            SameAsApplicant sameAsApplicant,
            AlreadyAgreed alreadyAgreed,
            @Valid @Nullable Limit limit,
            @Size(max = 200) Map<String, Access> fields,
            Set<Action> actions)
            implements Asks {

        public Approve {
            together = Objects.requireNonNullElse(together, Together.ANY);
            nobody = Objects.requireNonNullElse(nobody, Nobody.ADMIN);
            sameAsApplicant = Objects.requireNonNullElse(sameAsApplicant, SameAsApplicant.ASK);
            alreadyAgreed = Objects.requireNonNullElse(alreadyAgreed, AlreadyAgreed.ASK);
            fields = fields == null ? Map.of() : Map.copyOf(fields);
            actions = actions == null ? Set.copyOf(EnumSet.allOf(Action.class)) : Set.copyOf(actions);
        }
    }

    /** "Done" is the only answer: nobody is skipped, nothing is refused. */
    record Handle(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Valid Approvers approvers,
            @NotNull @Valid Together together,
            @NotNull @Valid Nobody nobody,
            @Valid @Nullable Limit limit,
            @Size(max = 200) Map<String, Access> fields,
            Set<Action> actions)
            implements Asks {

        public Handle {
            together = Objects.requireNonNullElse(together, Together.ANY);
            nobody = Objects.requireNonNullElse(nobody, Nobody.ADMIN);
            fields = fields == null ? Map.of() : Map.copyOf(fields);
            actions = actions == null ? Set.copyOf(EnumSet.allOf(Action.class)) : Set.copyOf(actions);
        }

        @Override
        public SameAsApplicant sameAsApplicant() {
            return SameAsApplicant.ASK;
        }

        @Override
        public AlreadyAgreed alreadyAgreed() {
            return AlreadyAgreed.ASK;
        }
    }

    /** People who are told and may read from now on. */
    record Cc(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Valid Approvers people,
            @Size(max = 200) Map<String, Access> fields)
            implements Node {

        public Cc {
            fields = fields == null ? Map.of() : Map.copyOf(fields);
        }
    }

    /** The first way whose condition holds is taken; the last is the default and has none. */
    record Branch(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Size(max = 20) List<@Valid @NotNull Way> ways)
            implements Node {

        public Branch {
            ways = ways == null ? List.of() : List.copyOf(ways);
        }
    }

    /** All ways are walked at once; goes on when all have ended. */
    record Parallel(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Size(max = 20) List<@Valid @NotNull Way> ways)
            implements Node {

        public Parallel {
            ways = ways == null ? List.of() : List.copyOf(ways);
        }
    }

    /** Waits; a date that is not filled in is not waited for. */
    record Delay(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Valid Wait until)
            implements Node {}

    /**
     * Tells another system.
     *
     * @param hook what is called; the caller knows what it means
     * @param minutes how long an answer is waited for, then the route goes on; without, it goes on at once
     */
    record Webhook(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @NotNull @Size(min = 1, max = 500) String hook,
            @Nullable Integer minutes)
            implements Node {}

    /** One way of a branch or of a parallel node. May be empty. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Way(
            @NotNull @Size(min = 1, max = 40) String id,
            @Size(max = 40) @Nullable String name,
            @Valid @Nullable Condition when,
            @NotNull @Size(max = Route.MAX_NODES) List<@Valid @NotNull Node> nodes) {

        public Way {
            nodes = nodes == null ? List.of() : List.copyOf(nodes);
        }
    }

    /** Exactly one of the two is given. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Wait(
            @Valid @Nullable Span span,
            @Size(max = 80) @Nullable String field) {

        public static Wait span(int minutes) {
            return new Wait(new Span(minutes, false), null);
        }

        public static Wait until(String field) {
            return new Wait(null, field);
        }
    }
}
