package org.qiao.directory;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;

/** Body of POST /api/members and PUT /api/members/{id}; what is missing becomes empty. */
record MemberRequest(
        @NotBlank @Size(max = MemberData.NAME_MAX) String name,
        @Size(max = MemberData.ALIAS_MAX) @Nullable String alias,
        @Size(max = MemberData.NUMBER_MAX) @Nullable String number,
        @Size(max = 40) @Nullable String phone,
        @Size(max = 254) @Nullable String email,
        @Size(max = MemberData.TITLE_MAX) @Nullable String title,
        @Size(max = MemberData.WORK_PLACE_MAX) @Nullable String workPlace,
        @Size(max = Hires.POSTS_MAX) @Nullable List<@NotNull @Valid Place> departments) {

    NewMember person() {
        return new NewMember(
                name,
                text(alias),
                text(number),
                phone,
                email,
                text(title),
                text(workPlace),
                departments == null
                        ? List.of()
                        : departments.stream().map(Place::post).toList(),
                MemberState.INVITED);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A department of the member; title missing: the member's own title. */
    record Place(
            @NotNull Long id,
            @Size(max = MemberData.TITLE_MAX) @Nullable String title,
            @Nullable Boolean leader,
            @Nullable Boolean main) {

        Post post() {
            return new Post(id, title, Boolean.TRUE.equals(leader), Boolean.TRUE.equals(main));
        }
    }

    /** Body of PUT /api/members/{id}/state. */
    record State(@NotNull MemberState state) {}

    /** Body of PUT /api/members/{id}/grant; departments only for a sub-administrator. */
    record Rights(
            @NotNull Level grant, @Size(max = 50) @Nullable List<@NotNull Long> departmentIds) {

        List<Long> departments() {
            return departmentIds == null ? List.of() : departmentIds;
        }
    }

    /** What can be given; ownership is handed over in another way. */
    enum Level {
        NONE,
        SUB_ADMIN,
        ADMIN;

        Set<Grant> grants() {
            return switch (this) {
                case NONE -> Set.of();
                case SUB_ADMIN -> Set.of(Grant.SUB_ADMIN);
                case ADMIN -> Set.of(Grant.ADMIN);
            };
        }
    }

    /** Body of PUT /api/profile. */
    record Profile(
            @Size(max = MemberData.ALIAS_MAX) @Nullable String alias,
            @Nullable Long avatarFileId) {}

    /** Body of POST /api/cards. */
    record Cards(@NotNull @Size(max = 500) List<@NotNull Long> ids) {}
}
