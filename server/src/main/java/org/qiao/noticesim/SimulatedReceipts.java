package org.qiao.noticesim;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.CarrierKind;
import org.qiao.notice.FailReason;
import org.qiao.notice.Returns;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Says what became of the texts, as a real network does: later. */
@Component
class SimulatedReceipts {

    private static final int BATCH = 50;
    private static final Duration KEEP = Duration.ofDays(30);

    private final SimulatedTextStore texts;
    private final SimulatedCallStore calls;
    private final Returns returns;
    private final TransactionTemplate transaction;
    private final Clock clock;

    SimulatedReceipts(
            SimulatedTextStore texts,
            SimulatedCallStore calls,
            Returns returns,
            TransactionTemplate transaction,
            Clock clock) {
        this.texts = texts;
        this.calls = calls;
        this.returns = returns;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 500, initialDelay = 500)
    void tell() {
        Integer told = BATCH;
        while (Integer.valueOf(BATCH).equals(told)) {
            told = transaction.execute(status -> tellSome());
        }
    }

    private int tellSome() {
        List<SimulatedTextStore.Receipt> receipts = texts.takeReceipts(clock.instant(), BATCH);
        tell(receipts.stream());
        tell(receipts.stream().filter(SimulatedTextStore.Receipt::twice));
        return receipts.size();
    }

    /** Company by company, in the same order each time. */
    private void tell(Stream<SimulatedTextStore.Receipt> receipts) {
        Map<Long, Map<String, @Nullable FailReason>> told = new TreeMap<>();
        receipts.forEach(receipt -> told.computeIfAbsent(receipt.orgId(), org -> new LinkedHashMap<>())
                .put(Long.toString(receipt.id()), receipt.delivered() ? null : FailReason.NOT_DELIVERED));
        told.forEach((orgId, ofCompany) -> returns.receipts(orgId, CarrierKind.SIMULATED_SMS, ofCompany));
    }

    /** What was tried out a month ago interests nobody. */
    @Scheduled(fixedDelay = 3_600_000, initialDelay = 60_000)
    void forget() {
        texts.deleteOld(clock.instant().minus(KEEP));
        calls.deleteOld(clock.instant().minus(KEEP));
    }
}
