package org.qiao.directory;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A member as it is stored; which department he is in is stored elsewhere. */
record MemberRow(
        long id,
        MemberData data,
        @Nullable Long avatarFileId,
        MemberState state,
        Instant createdAt,
        @Nullable Instant leftAt,
        String sortKey) {

    Card card() {
        return new Card(
                id, data.name(), data.alias(), data.title(), Card.avatar(id, avatarFileId), state, Card.MEMBER, null);
    }
}
