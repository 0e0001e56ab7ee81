package org.qiao.ding;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom a DING is for: whoever is in one of the parts, less the exceptions and the sender. What is missing is empty.
 *
 * @param departments with everything below them
 * @param conversation whose members; the sender must be one
 * @param unreadOf an own message: those who have not read it
 */
public record Range(
        @Size(max = 2_000) Set<@NotNull Long> members,
        @Size(max = 200) Set<@NotNull Long> departments,
        @Size(max = 200) Set<@NotNull Long> roles,
        @Nullable Long conversation,
        @Valid @Nullable Message unreadOf,
        @Size(max = 2_000) Set<@NotNull Long> except,
        @Size(max = 200) List<@Valid @NotNull Outsider> phones) {

    public Range {
        members = members == null ? Set.of() : Set.copyOf(members);
        departments = departments == null ? Set.of() : Set.copyOf(departments);
        roles = roles == null ? Set.of() : Set.copyOf(roles);
        except = except == null ? Set.of() : Set.copyOf(except);
        phones = phones == null ? List.of() : List.copyOf(phones);
    }

    public static Range of(Set<Long> members) {
        return new Range(members, Set.of(), Set.of(), null, null, Set.of(), List.of());
    }

    public record Message(
            @NotNull Long conversation, @NotNull @Positive Long seq) {}

    /** Somebody without an account. */
    public record Outsider(
            @NotBlank @Size(max = 40) String phone,
            @NotNull @Size(max = 64) String name) {}
}
