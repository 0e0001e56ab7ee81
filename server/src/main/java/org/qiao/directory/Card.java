package org.qiao.directory;

import org.jspecify.annotations.Nullable;

/**
 * A member as lists and chats show him.
 *
 * @param avatar address of the picture, with a version so that it can be cached for ever
 */
public record Card(
        long id,
        String name,
        String alias,
        String title,
        @Nullable String avatar,
        MemberState state,
        String kind) {

    static final String MEMBER = "MEMBER";

    static @Nullable String avatar(long id, @Nullable Long fileId) {
        return fileId == null ? null : "/api/members/" + id + "/avatar?v=" + fileId;
    }
}
