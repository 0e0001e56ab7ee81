package org.qiao.notice;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** What the operator sees of the channels, over all companies. */
@Component
class NoticeMetrics {

    /** Counting the queue is a question to the database: not more often than this, however many collectors ask. */
    private static final long COUNT_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Map<Channel, Counter> sent = new EnumMap<>(Channel.class);
    private final Map<Channel, Counter> failed = new EnumMap<>(Channel.class);
    private final Map<Channel, AtomicInteger> sending = new EnumMap<>(Channel.class);

    NoticeMetrics(MeterRegistry registry, ClaimStore store) {
        for (Channel channel : Channel.values()) {
            sent.put(channel, registry.counter("qiao.notice.sent", "channel", name(channel)));
            failed.put(channel, registry.counter("qiao.notice.failed", "channel", name(channel)));
            sending.put(
                    channel,
                    Objects.requireNonNull(registry.gauge(
                            "qiao.notice.sending", Tags.of("channel", name(channel)), new AtomicInteger())));
            Count count = new Count(store, channel);
            Gauge.builder("qiao.notice.queued", count::now)
                    .description("Orders that wait, those for later included")
                    .tag("channel", name(channel))
                    .register(registry);
        }
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }

    /** An order is in the hands of a carrier. */
    void began(Channel channel) {
        Objects.requireNonNull(sending.get(channel)).incrementAndGet();
    }

    void ended(Channel channel) {
        Objects.requireNonNull(sending.get(channel)).decrementAndGet();
    }

    /** By the dispatcher: an order is out, or never will be. */
    void moved(NoticeMoved move) {
        switch (move.state()) {
            case SENT, DELIVERED -> counter(sent, move).increment();
            case FAILED -> counter(failed, move).increment();
            case QUEUED, SENDING, CANCELLED -> {}
        }
    }

    /** By a receipt: an order that was counted as sent did not arrive. */
    void returned(NoticeMoved move) {
        if (move.state() == NoticeState.FAILED) {
            counter(failed, move).increment();
        }
    }

    private static Counter counter(Map<Channel, Counter> counters, NoticeMoved move) {
        return Objects.requireNonNull(counters.get(move.channel()));
    }

    /** The length of one queue, remembered for a moment. */
    private static final class Count {

        private final ClaimStore store;
        private final Channel channel;
        private long counted;
        private long at = System.nanoTime() - COUNT_NANOS;

        Count(ClaimStore store, Channel channel) {
            this.store = store;
            this.channel = channel;
        }

        synchronized double now() {
            if (System.nanoTime() - at >= COUNT_NANOS) {
                at = System.nanoTime();
                counted = store.countQueued(channel);
            }
            return counted;
        }
    }
}
