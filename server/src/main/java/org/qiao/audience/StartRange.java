package org.qiao.audience;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Collections;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is for: everyone, or whoever is in one of these (departments with everything below), without the exceptions.
 * What is missing is empty.
 */
public record StartRange(
        boolean everyone,
        @Size(max = 200) Set<@NotNull Long> departments,
        @Size(max = 200) Set<@NotNull Long> roles,
        @Size(max = 500) Set<@NotNull Long> members,
        @Valid @Nullable StartExcept except) {

    public static final StartRange EVERYONE = new StartRange(true, Set.of(), Set.of(), Set.of(), null);

    public StartRange {
        departments = departments == null ? Set.of() : Set.copyOf(departments);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        members = members == null ? Set.of() : Set.copyOf(members);
    }

    /** Who is not meant, although the range holds him. */
    public record StartExcept(
            @Size(max = 200) Set<@NotNull Long> departments,
            @Size(max = 200) Set<@NotNull Long> roles,
            @Size(max = 500) Set<@NotNull Long> members) {

        static final StartExcept NOBODY = new StartExcept(Set.of(), Set.of(), Set.of());

        public StartExcept {
            departments = departments == null ? Set.of() : Set.copyOf(departments);
            roles = roles == null ? Set.of() : Set.copyOf(roles);
            members = members == null ? Set.of() : Set.copyOf(members);
        }
    }

    /**
     * Somebody who may be in a range.
     *
     * @param departments his own and everything above them
     */
    public record Starter(long id, Set<Long> departments, Set<Long> roles) {}

    public boolean holds(Starter person) {
        boolean inside = everyone
                || members.contains(person.id())
                || meets(departments, person.departments())
                || meets(roles, person.roles());
        StartExcept not = excepted();
        return inside
                && !not.members().contains(person.id())
                && !meets(not.departments(), person.departments())
                && !meets(not.roles(), person.roles());
    }

    public StartExcept excepted() {
        return except == null ? StartExcept.NOBODY : except;
    }

    private static boolean meets(Set<Long> some, Set<Long> others) {
        return !Collections.disjoint(some, others);
    }
}
