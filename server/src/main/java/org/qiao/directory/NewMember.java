package org.qiao.directory;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who shall become a member.
 *
 * @param phone any usual way of writing it; the directory brings it into E.164
 * @param posts empty: the root department
 * @param state INVITED, or ACTIVE for who stands at the door already (invitation link, first owner)
 */
public record NewMember(
        String name,
        String alias,
        String number,
        @Nullable String phone,
        @Nullable String email,
        String title,
        String workPlace,
        List<Post> posts,
        MemberState state) {

    public NewMember {
        posts = List.copyOf(posts);
    }

    /** The short form for who comes with a name and a login only. */
    public static NewMember of(String name, @Nullable String phone, @Nullable String email, MemberState state) {
        return new NewMember(name, "", "", phone, email, "", "", List.of(), state);
    }

    /**
     * Came by himself. Nobody has checked that the phone or e-mail is his, so it gives him no former colleague's row and history:
     * only his account does.
     */
    boolean isAtTheDoor() {
        return state == MemberState.ACTIVE;
    }

    public NewMember in(long departmentId) {
        return new NewMember(
                name, alias, number, phone, email, title, workPlace, List.of(Post.in(departmentId)), state);
    }
}
