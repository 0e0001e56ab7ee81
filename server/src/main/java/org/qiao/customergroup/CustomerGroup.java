package org.qiao.customergroup;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A group of staff and customers.
 *
 * @param conversationId null for the moment in which it is made
 * @param first who is to be in it from the beginning
 * @param customers who sit in it, as far as its log was read
 * @param logSeq so far it was read
 */
record CustomerGroup(
        long id,
        long orgId,
        @Nullable Long conversationId,
        long ownerId,
        First first,
        String title,
        Notice notice,
        Rules rules,
        int customers,
        long logSeq,
        int version,
        Instant createdAt,
        boolean dissolved) {

    record First(List<Long> staff, List<Long> customers) {

        First {
            staff = List.copyOf(staff);
            customers = List.copyOf(customers);
        }
    }

    /** What everybody in the group reads. */
    record Notice(String text, @Nullable Long by, @Nullable Instant at) {}

    /** @param welcome null for none */
    record Rules(
            boolean nameLocked, boolean mutedAll, @Nullable GroupWelcome welcome, List<GroupReply> replies) {

        Rules {
            replies = List.copyOf(replies);
        }
    }

    /** Refused while it is made. */
    long conversation() {
        if (conversationId == null) {
            throw CustomergroupProblem.NOT_READY.problem();
        }
        return conversationId;
    }

    /** The key by which its conversation is made once. */
    String key() {
        return "customergroup-" + id;
    }
}
