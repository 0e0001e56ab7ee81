package org.qiao.customer;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A person as one company knows him.
 *
 * @param id the principal
 * @param firstWayId the code he first came by, of the module contactway
 * @param consentVersion of the privacy notice that he agreed to
 * @param erasedAt nobody knows any more who he was
 * @param mergedInto the contact that he turned out to be; all he had is there
 */
public record Customer(
        long id,
        long orgId,
        String name,
        CustomerSource source,
        @Nullable Long firstWayId,
        CustomerLevel level,
        boolean replyByEmail,
        @Nullable Integer consentVersion,
        @Nullable Instant blockedAt,
        @Nullable Instant erasedAt,
        @Nullable Long mergedInto,
        Instant createdAt) {

    public boolean isBlocked() {
        return blockedAt != null;
    }

    public boolean isErased() {
        return erasedAt != null;
    }

    @Override
    public String toString() {
        return "Customer " + id;
    }
}
