package org.qiao.dingrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;

/** A part of the company: everyone, or whoever is in one of these (departments with everything below). What is missing is empty. */
public record Selector(
        boolean everyone,
        @Size(max = 200) Set<@NotNull Long> departments,
        @Size(max = 200) Set<@NotNull Long> roles,
        @Size(max = 200) Set<@NotNull Long> members) {

    public static final Selector EVERYONE = new Selector(true, Set.of(), Set.of(), Set.of());
    static final Selector NOBODY = new Selector(false, Set.of(), Set.of(), Set.of());

    public Selector {
        departments = departments == null ? Set.of() : Set.copyOf(departments);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        members = members == null ? Set.of() : Set.copyOf(members);
    }

    /** One line of the company's list. */
    public record Rule(
            @NotNull @Valid Selector from,
            @NotNull @Valid Selector to,
            @NotEmpty Set<@NotNull Way> ways) {

        static final Rule STANDARD = new Rule(EVERYONE, EVERYONE, Set.of(Way.values()));

        public Rule {
            ways = Set.copyOf(ways);
        }
    }

    /** The whole list. */
    public record Rules(@NotNull @Size(max = 50) List<@Valid @NotNull Rule> items) {

        static final Rules STANDARD = new Rules(List.of(Rule.STANDARD));

        public Rules {
            items = items == null ? List.of() : List.copyOf(items);
        }
    }
}
