package org.qiao.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.qiao.testing.Await;
import org.qiao.testing.QiaoTest;
import org.qiao.testing.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A listener that fails is called again while the server runs, not only at its next start. */
@QiaoTest
class FailedListenersTest {

    @Autowired
    ListenerThreads.FailedListeners failedListeners;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    Stumbler stumbler;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Test
    void whatFailedOnceIsDoneTheNextTime() {
        String key = UUID.randomUUID().toString();

        new TransactionTemplate(transactions)
                .executeWithoutResult(status -> events.publishEvent(new Stumbler.Stumbled(key)));
        Await.until(() -> left(key, "FAILED") == 1);
        assertThat(stumbler.hasDone(key)).isFalse();

        clock.forward(Duration.ofMinutes(2));
        failedListeners.tryAgain();

        Await.until(() -> stumbler.hasDone(key));
        Await.until(() -> left(key, "%") == 0);
    }

    @Test
    void thePausesGrowUpToSixHours() {
        assertThat(ListenerThreads.FailedListeners.pause(0)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ListenerThreads.FailedListeners.pause(1)).isEqualTo(Duration.ofMinutes(1));
        assertThat(ListenerThreads.FailedListeners.pause(4)).isEqualTo(Duration.ofMinutes(8));
        assertThat(ListenerThreads.FailedListeners.pause(1_000)).isEqualTo(Duration.ofHours(6));
    }

    private int left(String key, String state) {
        return jdbc.sql(
                        "select count(*) from event_publication where serialized_event like :key and status like :state")
                .param("key", "%" + key + "%")
                .param("state", state)
                .query(Integer.class)
                .single();
    }
}
