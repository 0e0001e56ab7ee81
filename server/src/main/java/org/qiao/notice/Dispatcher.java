package org.qiao.notice;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.qiao.platform.AfterCommit;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Gives what is due to the carriers, one {@link Lane} for each channel, as long as the server runs. */
@Component
class Dispatcher implements SmartLifecycle {

    private static final Duration LAST_WORDS = Duration.ofSeconds(3);

    private final Lane.Parts parts;
    private final Map<Channel, Lane> lanes = new EnumMap<>(Channel.class);
    private volatile boolean running;

    Dispatcher(
            Claims claims,
            Carriers carriers,
            Returns returns,
            Rates rates,
            NoticeSettings settings,
            NoticeMetrics metrics) {
        this.parts = new Lane.Parts(claims, carriers, returns, rates, settings, metrics);
    }

    @Override
    public synchronized void start() {
        for (Channel channel : Channel.values()) {
            Lane lane = new Lane(channel, parts);
            lanes.put(channel, lane);
            lane.start();
        }
        running = true;
    }

    @Override
    public synchronized void stop() {
        running = false;
        List<Thread> stopping = new ArrayList<>();
        lanes.values().forEach(lane -> stopping.add(Thread.ofVirtual().start(() -> lane.stop(LAST_WORDS))));
        for (Thread thread : stopping) {
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        lanes.clear();
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Once the orders can be seen. Waking is only haste: the lanes look by themselves, too. */
    void wakeAfterCommit(Collection<Channel> channels) {
        AfterCommit.run(() -> channels.forEach(this::wake));
    }

    private void wake(Channel channel) {
        Lane lane = lanes.get(channel);
        if (lane != null) {
            lane.wake();
        }
    }
}
