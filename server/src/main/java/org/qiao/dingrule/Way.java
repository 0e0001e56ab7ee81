package org.qiao.dingrule;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Channel;

/** How a DING reaches somebody. */
public enum Way {
    APP(null),
    PUSH(Channel.PUSH),
    EMAIL(Channel.EMAIL),
    SMS(Channel.SMS),
    VOICE(Channel.VOICE);

    /** Those that need nothing but a telephone number. */
    public static final Set<Way> BY_NUMBER = Set.of(SMS, VOICE);

    private final @Nullable Channel channel;

    Way(@Nullable Channel channel) {
        this.channel = channel;
    }

    /** What carries it; null for the app itself. */
    public @Nullable Channel channel() {
        return channel;
    }

    /** Costs money, so there are quotas. */
    public boolean isPaid() {
        return BY_NUMBER.contains(this);
    }
}
