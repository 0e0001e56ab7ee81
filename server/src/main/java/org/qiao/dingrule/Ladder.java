package org.qiao.dingrule;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The steps by which a DING climbs until it is confirmed, in the order of their minutes. */
public record Ladder(@NotEmpty @Size(max = Ladder.STEPS_MAX) List<@Valid @NotNull Step> steps) {

    static final int STEPS_MAX = 8;
    static final int MINUTES_MAX = 24 * 60;

    public static final Ladder STANDARD = new Ladder(List.of(
            new Step(0, Set.of(Way.APP, Way.PUSH), Target.PERSON),
            new Step(5, Set.of(Way.EMAIL, Way.SMS), Target.PERSON),
            new Step(10, Set.of(Way.VOICE), Target.PERSON),
            new Step(30, Set.of(Way.APP, Way.SMS), Target.DEPUTY)));

    public Ladder {
        steps = List.copyOf(steps);
    }

    /** Who is reached: the person, who stands in (the manager when nobody does), or the manager. */
    public enum Target {
        PERSON,
        DEPUTY,
        MANAGER
    }

    /** @param afterMinutes from the start, not from the step before */
    public record Step(
            @Min(0) @Max(MINUTES_MAX) int afterMinutes,
            @NotEmpty Set<@NotNull Way> ways,
            @NotNull Target target) {

        public Step {
            ways = Set.copyOf(ways);
        }
    }

    /** Begins at once with the person himself, and never goes back in time. */
    @JsonIgnore
    public boolean isSound() {
        if (steps.getFirst().afterMinutes() != 0 || steps.getFirst().target() != Target.PERSON) {
            return false;
        }
        for (int i = 1; i < steps.size(); i++) {
            if (steps.get(i).afterMinutes() < steps.get(i - 1).afterMinutes()) {
                return false;
            }
        }
        return true;
    }

    public boolean has(int index) {
        return index < steps.size();
    }

    public Instant due(int index, Instant base) {
        return base.plus(Duration.ofMinutes(steps.get(index).afterMinutes()));
    }

    /** Every way that a person himself may be reached by. */
    public Set<Way> ways() {
        Set<Way> all = EnumSet.noneOf(Way.class);
        steps.stream().filter(step -> step.target() == Target.PERSON).forEach(step -> all.addAll(step.ways()));
        return all;
    }

    public int count(Way way) {
        return (int) steps.stream()
                .filter(step -> step.target() == Target.PERSON && step.ways().contains(way))
                .count();
    }

    /** For a number without an account: an SMS at once, then the calls and messages of the person's own steps, as far apart as they are. */
    public Ladder outside() {
        List<Step> own = steps.stream()
                .filter(step -> step.target() == Target.PERSON)
                .filter(step -> step.ways().stream().anyMatch(Way::isPaid))
                .toList();
        int start = own.isEmpty() ? 0 : own.getFirst().afterMinutes();
        List<Step> shifted = new ArrayList<>();
        for (Step step : own) {
            Set<Way> ways = EnumSet.noneOf(Way.class);
            step.ways().stream().filter(Way::isPaid).forEach(ways::add);
            if (shifted.isEmpty()) {
                ways.add(Way.SMS);
            }
            shifted.add(new Step(step.afterMinutes() - start, ways, Target.PERSON));
        }
        return new Ladder(shifted.isEmpty() ? List.of(new Step(0, Set.of(Way.SMS), Target.PERSON)) : shifted);
    }
}
