package org.qiao.apikey;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;

/** A key as administrators see it: everything but the key. */
record ApiKeyView(
        long id,
        String name,
        List<ApiScope> scopes,
        @Nullable Card member,
        @Nullable Card createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {

    /** The key is told now and never again. */
    record ApiKeyCreated(ApiKeyView apiKey, String token) {}

    /**
     * Something that was done to a key or with it.
     *
     * @param person the administrator, or the member the program acted for
     * @param subject id of the approval
     */
    record ApiKeyAct(
            long id,
            What what,
            @Nullable Card person,
            @Nullable Long subject,
            Instant at) {}

    enum What {
        CREATED,
        REVOKED,
        STARTED,
        DECIDED
    }
}
