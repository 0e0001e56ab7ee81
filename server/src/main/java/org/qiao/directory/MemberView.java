package org.qiao.directory;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;

/**
 * A member with everything the asking person may see.
 *
 * @param phone null when there is none or when it is hidden from the asking person; the same for the e-mail
 */
public record MemberView(
        @JsonUnwrapped Card card,
        String number,
        @Nullable String phone,
        @Nullable String email,
        String workPlace,
        List<PostView> departments,
        Set<Grant> grants,
        List<RoleRef> roles,
        Instant createdAt,
        @Nullable Instant leftAt) {

    public MemberView {
        departments = List.copyOf(departments);
        grants = Set.copyOf(grants);
        roles = List.copyOf(roles);
    }

    public long id() {
        return card.id();
    }

    /**
     * A member's place in one department.
     *
     * @param path names from below the root, joined by "/"
     * @param title empty when it is the member's own title
     */
    public record PostView(long id, String name, String path, String title, boolean leader, boolean main) {}

    /** A custom role as the card of a member names it. */
    public record RoleRef(long id, String name) {}
}
