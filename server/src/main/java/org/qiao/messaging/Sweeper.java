package org.qiao.messaging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qiao.platform.FaultPoints;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Fans out what a crash, or an unknown outcome, left in the outbox. Clients drop what they have, so sending twice is harmless.
 */
@Component
class Sweeper {

    private static final int BATCHES = 50;

    private final OutboxStore store;
    private final Outbox outbox;
    private final EntryStore entries;
    private final Fanout fanout;
    private final Lanes lanes;
    private final MessagingSettings settings;

    Sweeper(
            OutboxStore store,
            Outbox outbox,
            EntryStore entries,
            Fanout fanout,
            Lanes lanes,
            MessagingSettings settings) {
        this.store = store;
        this.outbox = outbox;
        this.entries = entries;
        this.fanout = fanout;
        this.lanes = lanes;
        this.settings = settings;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 1_000)
    void sweep() {
        outbox.forget();
        for (OutboxStore.Batch batch : store.leftBehind(settings.sweepAfter(), BATCHES)) {
            Map<EntryStore.Place, List<EntryView>> found = new LinkedHashMap<>();
            for (EntryStore.Placed placed : entries.at(batch.conversations(), batch.seqs())) {
                found.computeIfAbsent(placed.place(), place -> new ArrayList<>())
                        .add(placed.entry());
            }
            found.forEach((place, list) -> lanes.inTurn(place.conversationId(), () -> {
                list.forEach(entry -> fanout.again(place.orgId(), place.conversationId(), entry));
                return true;
            }));
            FaultPoints.reached("sweep.batch");
            outbox.done(batch.id());
        }
    }
}
