package org.qiao.customergroup;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.qiao.customergroup.GroupFeedStore.Piece;
import org.qiao.platform.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Reads what was written in groups, greets, and does what is to be done, three times a second. Keeps nothing in memory. */
@Component
class GroupClock {

    private static final Logger LOG = LoggerFactory.getLogger(GroupClock.class);
    private static final int PIECES = 500;
    private static final Duration EXPECTED = Duration.ofDays(1);
    private static final int TOLD_APART_DAYS = 3;

    private final GroupFeedStore feed;
    private final GroupLog log;
    private final Greetings greetings;
    private final GroupTasks tasks;
    private final Openings openings;
    private final Old old;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    GroupClock(
            GroupFeedStore feed,
            GroupLog log,
            Greetings greetings,
            GroupTasks tasks,
            Openings openings,
            Old old,
            Clock clock) {
        this.feed = feed;
        this.log = log;
        this.greetings = greetings;
        this.tasks = tasks;
        this.openings = openings;
        this.old = old;
        this.clock = clock;
    }

    /** What is forgotten after a time. */
    @Component("customergroupOld")
    record Old(GroupMemberStore members, DayStore days) {}

    @Scheduled(fixedDelay = 300)
    void tick() {
        if (!running.tryLock()) {
            return; // the other one runs; this one comes again
        }
        alone(() -> {
            read();
            greetings.due().forEach(this::greet);
            while (tasks.run() > 0) {
                read(); // what was said and done is in the logs
            }
        });
    }

    /** One group that cannot be greeted in does not keep the others. */
    private void greet(GreetingStore.Due due) {
        try {
            greetings.greet(due);
        } catch (RuntimeException e) { // an edge
            LOG.warn("Nobody was greeted in customer group {} yet", due.groupId(), e);
            greetings.later(due);
        }
    }

    private void read() {
        List<Piece> pieces;
        Set<Long> done;
        do {
            pieces = feed.peek(clock.instant(), PIECES);
            Map<Long, Piece> groups = new LinkedHashMap<>();
            pieces.forEach(piece -> groups.putIfAbsent(piece.groupId(), piece));
            done = groups.values().stream()
                    .filter(this::readAll)
                    .map(Piece::groupId)
                    .collect(Collectors.toSet());
            Set<Long> finished = done;
            feed.delete(pieces.stream()
                    .filter(piece -> finished.contains(piece.groupId()))
                    .map(Piece::id)
                    .toList());
        } while (pieces.size() == PIECES && !done.isEmpty());
    }

    /** One group that cannot be read does not keep the others. */
    private boolean readAll(Piece piece) {
        try {
            boolean more;
            do {
                more = log.read(piece.orgId(), piece.groupId());
            } while (more);
            return true;
        } catch (RuntimeException e) { // an edge
            LOG.warn("The log of customer group {} was not read yet", piece.groupId(), e);
            feed.later(piece, clock.instant().plus(Limits.pause(piece.failures())));
            return false;
        }
    }

    /** What a crash left half made, and what need not be kept any longer. */
    @Scheduled(fixedDelay = 20_000)
    void tidy() {
        running.lock(); // the other one comes so often that this one might never find it at rest
        alone(() -> {
            openings.takeUp();
            tasks.forgetFailed();
            Instant now = clock.instant();
            old.members().forgetExpected(now.minus(EXPECTED));
            old.days().forgetActive(now.atOffset(ZoneOffset.UTC).toLocalDate().minusDays(TOLD_APART_DAYS));
        });
    }

    /** With the lock, which ends with it. */
    private void alone(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) { // an edge: the next round is another try
            LOG.warn(
                    "Customer groups were not looked after yet: {}",
                    e.getClass().getName(),
                    e);
        } finally {
            running.unlock();
        }
    }
}
