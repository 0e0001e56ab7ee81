package org.qiao.directory;

import org.jspecify.annotations.Nullable;

/**
 * A member left the company; the row, the name and the history stay.
 *
 * @param leadId who led him until then; null: nobody did
 */
public record MemberLeft(
        long orgId, long principalId, @Nullable Long leadId) {

    public static MemberLeft of(long orgId, long principalId) {
        return new MemberLeft(orgId, principalId, null);
    }
}
