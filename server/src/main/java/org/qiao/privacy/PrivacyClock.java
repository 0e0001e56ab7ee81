package org.qiao.privacy;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks for what is due. Everything stands in rows; many servers may do so at once. */
@Component
class PrivacyClock {

    private static final int AT_ONCE = 20;

    private final ErasureRun erasures;
    private final ExportMaker exports;
    private final RetentionRounds rounds;

    PrivacyClock(ErasureRun erasures, ExportMaker exports, RetentionRounds rounds) {
        this.erasures = erasures;
        this.exports = exports;
        this.rounds = rounds;
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 2_000)
    void erase() {
        for (int i = 0; i < AT_ONCE && erasures.next(); i++) {
            // the next one
        }
    }

    @Scheduled(fixedDelay = 1_000, initialDelay = 2_500)
    void export() {
        for (int i = 0; i < AT_ONCE && exports.next(); i++) {
            // the next one
        }
    }

    @Scheduled(fixedDelay = 2_000, initialDelay = 3_000)
    void lookThrough() {
        rounds.next();
    }
}
