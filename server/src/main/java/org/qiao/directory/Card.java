package org.qiao.directory;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guests;

/**
 * A member, the voice of an app, or a customer, as lists and chats show him.
 *
 * @param name of a voice the app's key: clients have names for those they know
 * @param avatar address of the picture, with a version so that it can be cached for ever
 * @param kind MEMBER, BOT or CUSTOMER
 * @param app of a voice, as "approval"
 */
public record Card(
        long id,
        String name,
        String alias,
        String title,
        @Nullable String avatar,
        MemberState state,
        String kind,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String app) {

    static final String MEMBER = "MEMBER";

    private static final String BOT = "BOT";
    private static final String CUSTOMER = "CUSTOMER";

    /** Blocked ones are shown as disabled. */
    static Card customer(Guests.Face face) {
        return new Card(
                face.id(),
                face.name(),
                "",
                "",
                avatar(face.id(), face.avatarId()),
                face.enabled() ? MemberState.ACTIVE : MemberState.DISABLED,
                CUSTOMER,
                null);
    }

    static Card voice(long id, String app) {
        return new Card(id, app, "", "", null, MemberState.ACTIVE, BOT, app);
    }

    static @Nullable String avatar(long id, @Nullable Long fileId) {
        return fileId == null ? null : "/api/members/" + id + "/avatar?v=" + fileId;
    }
}
