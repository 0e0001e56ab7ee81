package org.qiao.dingrule;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may DING whom by which way: the ways of all grants that fit, less what protects the recipient.
 *
 * @param shields of protected people, by member
 */
public record DingRule(List<Grant> grants, Map<Long, Shield> shields) {

    public DingRule {
        grants = List.copyOf(grants);
        shields = Map.copyOf(shields);
    }

    /** @param members ignored for everyone */
    public record People(boolean everyone, Set<Long> members) {

        public static final People EVERYONE = new People(true, Set.of());

        public People {
            members = Set.copyOf(members);
        }

        public boolean has(long memberId) {
            return everyone || members.contains(memberId);
        }
    }

    public record Grant(People from, People to, Set<Way> ways) {

        public Grant {
            ways = Set.copyOf(ways);
        }
    }

    /** What happens to those who are not on the white list. */
    public enum Mode {
        REFUSE,
        APP_ONLY
    }

    public record Shield(Mode mode, Set<Long> senders) {

        public Shield {
            senders = Set.copyOf(senders);
        }
    }

    public enum Reason {
        /** The recipient is protected. */
        PROTECTED,
        /** No rule lets the sender reach the recipient by any way. */
        NO_RULE
    }

    /**
     * What is allowed.
     *
     * @param ways empty: nothing
     * @param reason why it is less than everything that was asked for; null when it is not
     */
    public record Answer(Set<Way> ways, @Nullable Reason reason) {

        public Answer {
            ways = Set.copyOf(ways);
        }
    }

    /** @param recipientId null for a telephone number without an account: only grants to everyone reach it */
    public Answer judge(long senderId, @Nullable Long recipientId, Set<Way> wanted) {
        Set<Way> granted = EnumSet.noneOf(Way.class);
        for (Grant grant : grants) {
            boolean fits = grant.from().has(senderId)
                    && (recipientId == null ? grant.to().everyone() : grant.to().has(recipientId));
            if (fits) {
                granted.addAll(grant.ways());
            }
        }
        granted.retainAll(wanted);
        Shield shield = recipientId == null ? null : shields.get(recipientId);
        if (shield != null && !shield.senders().contains(senderId)) {
            granted.retainAll(shield.mode() == Mode.APP_ONLY ? Set.of(Way.APP) : Set.of());
            return new Answer(granted, Reason.PROTECTED);
        }
        return new Answer(granted, granted.size() < wanted.size() ? Reason.NO_RULE : null);
    }
}
