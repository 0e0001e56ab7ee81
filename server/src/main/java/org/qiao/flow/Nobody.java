package org.qiao.flow;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What happens when a node finds nobody, or loses the last one. Named members who are gone give way to the administrator, and
 * where there is no administrator the instance is refused: an instance never stands still.
 */
public record Nobody(
        @NotNull Then then,
        @Size(max = Approvers.MAX_PEOPLE) List<@NotNull Long> members) {

    public static final Nobody PASS = new Nobody(Then.PASS, List.of());
    public static final Nobody ADMIN = new Nobody(Then.ADMIN, List.of());
    public static final Nobody REFUSE = new Nobody(Then.REFUSE, List.of());

    public Nobody {
        members = members == null ? List.of() : List.copyOf(members);
    }

    public static Nobody named(Long... ids) {
        return new Nobody(Then.MEMBERS, List.of(ids));
    }

    public enum Then {
        PASS,
        ADMIN,
        MEMBERS,
        REFUSE
    }
}
