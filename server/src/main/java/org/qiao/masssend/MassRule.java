package org.qiao.masssend;

import java.text.Normalizer;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.RelationEnd;

/** Who gets a mass message, and when. Pure. */
final class MassRule {

    static final Duration FURTHEST = Duration.ofDays(31);
    /** Of one author: not over, and within a day. */
    static final int OPEN_MAX = 20;

    static final int DAY_MAX = 50;

    static final Duration ANSWER = Duration.ofHours(24);
    private static final Duration REMIND_BEFORE = Duration.ofHours(4);

    private MassRule() {}

    /**
     * What is known of a recipient in the moment of sending.
     *
     * @param senderId in whose name it goes
     * @param senderThere he is still in the company
     */
    record Facts(
            long senderId,
            boolean senderThere,
            @Nullable CustomerRelation relation,
            @Nullable Customer customer,
            boolean optedOut) {}

    /** SENDING when nothing but his caps may be against it. */
    static MassResult fate(Facts facts) {
        Customer customer = facts.customer();
        CustomerRelation relation = facts.relation();
        if (customer == null || relation == null) {
            return MassResult.NO_RELATION;
        }
        if (customer.isBlocked() || relation.endReason() == RelationEnd.BLOCKED) {
            return MassResult.BLOCKED;
        }
        if (!facts.senderThere() || !relation.isOpen() || relation.memberId() != facts.senderId()) {
            return MassResult.NO_RELATION;
        }
        return facts.optedOut() ? MassResult.OPTED_OUT : MassResult.SENDING;
    }

    /** Whole minutes; null: at once. */
    static @Nullable Instant minute(@Nullable Instant at) {
        return at == null ? null : at.truncatedTo(ChronoUnit.MINUTES);
    }

    static boolean isTime(@Nullable Instant at, Instant now) {
        return at == null || (!at.isBefore(now.minus(Duration.ofMinutes(1))) && !at.isAfter(now.plus(FURTHEST)));
    }

    static boolean isDeadline(MassKind kind, @Nullable Instant deadline, Instant now) {
        if (kind == MassKind.PERSONAL) {
            return deadline == null;
        }
        return deadline != null && deadline.isAfter(now) && !deadline.isAfter(now.plus(FURTHEST));
    }

    /** Four hours before the deadline, or in the middle of what is left. */
    static Instant remindAt(Instant deadline, Instant now) {
        Duration half = Duration.between(now, deadline).dividedBy(2);
        return deadline.minus(half.compareTo(REMIND_BEFORE) < 0 ? half : REMIND_BEFORE);
    }

    /** Whether somebody who writes this wants no more. */
    static boolean isKeyword(String text, List<String> keywords) {
        String written = plain(text);
        return keywords.stream().anyMatch(word -> plain(word).equals(written));
    }

    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }
}
