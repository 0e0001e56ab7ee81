package org.qiao.messagenotice;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.messaging.OutboxReader;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;

/** Writes down what was committed, in the transaction that removes it from the message log's outbox: nothing can be missed. */
@Component
class Feed implements OutboxReader {

    private final FeedStore store;
    private final DigestStore digests;
    private final Notices notices;
    private final Clock clock;

    Feed(FeedStore store, DigestStore digests, Notices notices, Clock clock) {
        this.store = store;
        this.digests = digests;
        this.notices = notices;
        this.clock = clock;
    }

    /** Where nobody has asked for pushes, nothing is written: three statements, whatever was committed. */
    @Override
    public void moved(List<Stretch> stretches) {
        Set<Long> companies = stretches.stream().map(Stretch::orgId).collect(Collectors.toUnmodifiableSet());
        if (companies.isEmpty()) {
            return;
        }
        digests.watch(companies, clock.instant());
        Set<Long> reached = notices.populated(companies, Channel.PUSH);
        List<Stretch> wanted = stretches.stream()
                .filter(stretch -> reached.contains(stretch.orgId()))
                .toList();
        if (!wanted.isEmpty()) {
            store.add(wanted);
        }
    }
}
