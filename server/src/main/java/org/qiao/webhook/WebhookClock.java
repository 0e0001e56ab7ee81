package org.qiao.webhook;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.qiao.webhook.DeliveryStore.Claimed;
import org.qiao.webhook.DeliveryStore.Due;
import org.qiao.webhook.DeliveryStore.Entry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends what is due as long as the server runs: few at once for each endpoint and company, so that one that is slow delays nobody
 * else. No transaction is open while it waits for an answer; what a crash interrupts is sent again under the same number.
 */
@Component
class WebhookClock implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookClock.class);

    static final int OF_ENDPOINT = 3;
    static final int OF_COMPANY = 6;
    private static final int OF_ALL = 100;
    private static final Duration POLL = Duration.ofMillis(500);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final DeliveryStore store;
    private final EndpointStore endpoints;
    private final WebhookSender sender;
    private final WebhookSeal seal;
    private final Clock clock;
    private final Semaphore signal = new Semaphore(0);
    private final Map<Long, Claimed> underWay = new ConcurrentHashMap<>();
    private volatile boolean running;
    private Thread thread = Thread.ofVirtual().unstarted(() -> {});
    private ExecutorService workers = workers();

    WebhookClock(DeliveryStore store, EndpointStore endpoints, WebhookSender sender, WebhookSeal seal, Clock clock) {
        this.store = store;
        this.endpoints = endpoints;
        this.sender = sender;
        this.seal = seal;
        this.clock = clock;
    }

    private static ExecutorService workers() {
        return Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name("webhook-", 0).factory());
    }

    /** Only haste: it looks by itself, too. */
    void wake() {
        signal.release();
    }

    @Override
    public synchronized void start() {
        running = true;
        workers = workers();
        thread = Thread.ofVirtual().name("webhook-clock").start(this::run);
    }

    /** Claims nothing more; what is under way has so long to end and is then left to the next start. */
    @Override
    public synchronized void stop() {
        running = false;
        wake();
        workers.shutdown();
        try {
            thread.join(LAST_WORDS);
            if (!workers.awaitTermination(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS)) {
                workers.shutdownNow();
            }
        } catch (InterruptedException e) {
            workers.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void run() {
        while (running) {
            try {
                round();
            } catch (RuntimeException e) {
                // Its text may hold what is sent: the class says enough.
                LOG.warn(
                        "Webhooks are interrupted and go on in a moment: {}",
                        e.getClass().getName());
            }
            await();
        }
    }

    private void await() {
        try {
            if (signal.tryAcquire(POLL.toMillis(), TimeUnit.MILLISECONDS)) {
                signal.drainPermits(); // told often is told once
            }
        } catch (InterruptedException e) {
            running = false;
            Thread.currentThread().interrupt();
        }
    }

    private void round() {
        Instant now = clock.instant();
        store.expire(now);
        store.recover(now, now.minus(LEASE), underWay.keySet());
        for (Due due : store.due(now)) {
            int free = free(due);
            if (free > 0 && running) {
                store.claim(due, now, free).forEach(this::begin);
            }
        }
    }

    private int free(Due due) {
        int ofEndpoint = 0;
        int ofCompany = 0;
        for (Claimed claimed : underWay.values()) {
            ofCompany += claimed.orgId() == due.orgId() ? 1 : 0;
            ofEndpoint += claimed.endpointId() == due.endpointId() ? 1 : 0;
        }
        return Math.min(OF_ALL - underWay.size(), Math.min(OF_ENDPOINT - ofEndpoint, OF_COMPANY - ofCompany));
    }

    private void begin(Claimed delivery) {
        underWay.put(delivery.id(), delivery);
        workers.execute(() -> {
            try {
                deliver(delivery);
            } finally {
                underWay.remove(delivery.id());
                wake();
            }
        });
    }

    private void deliver(Claimed delivery) {
        try {
            store.record(delivery, outcome(delivery), clock.instant());
        } catch (RuntimeException e) {
            LOG.warn(
                    "Webhook delivery {} has an unknown end and is sent again: {}",
                    delivery.id(),
                    e.getClass().getName());
        }
    }

    private Entry outcome(Claimed delivery) {
        Endpoint endpoint =
                endpoints.find(delivery.orgId(), delivery.endpointId()).orElseThrow();
        String secret = seal.open(delivery.orgId(), WebhookSeal.SECRET, endpoint.secret())
                .orElse("");
        String body = seal.open(delivery.orgId(), WebhookSeal.CONTENT, delivery.content())
                .orElse("");
        if (secret.isEmpty() || body.isEmpty()) {
            return new Entry(WebhookDelivery.State.DEAD, null, "UNREADABLE", null);
        }
        WebhookSender.Outcome outcome = sender.send(
                endpoint, secret, new WebhookSender.Letter(delivery.id(), delivery.attempt(), delivery.topic(), body));
        if (outcome.arrived()) {
            return new Entry(WebhookDelivery.State.DELIVERED, outcome.status(), null, null);
        }
        Instant next = clock.instant()
                .plus(RetryRule.pause(
                        delivery.attempt(), ThreadLocalRandom.current().nextDouble()));
        boolean over = outcome.isFinal() || next.isAfter(delivery.giveUpAt());
        return new Entry(
                over ? WebhookDelivery.State.DEAD : WebhookDelivery.State.QUEUED,
                outcome.status(),
                outcome.failure(),
                over ? null : next);
    }
}
