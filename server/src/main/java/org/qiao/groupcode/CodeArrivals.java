package org.qiao.groupcode;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.qiao.customergroup.GroupDoor;
import org.qiao.customergroup.GroupDoor.Entry;
import org.qiao.customergroup.GroupDoor.Expected;
import org.qiao.customergroup.GroupDoor.GroupRoom;
import org.qiao.groupcode.GroupCodeStore.CodeGroup;
import org.qiao.messaging.Hints;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A customer comes by a code: the first of its groups with room takes him, and when there is none the next group is opened. Who is in
 * one of them comes back to it. No transaction is held while anybody waits for his turn at a group.
 */
@Component
class CodeArrivals {

    static final String TOPIC = "customergroup";

    private static final int STRIPES = 64;
    private static final int ATTEMPTS = 1_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final GroupCodeStore store;
    private final GroupDoor door;
    private final Hints hints;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final ReentrantLock[] comers = turns();
    private final ReentrantLock[] openings = turns();

    CodeArrivals(
            GroupCodeStore store, GroupDoor door, Hints hints, Clock clock, PlatformTransactionManager transactions) {
        this.store = store;
        this.door = door;
        this.hints = hints;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * @param family his contact and those that turned out to be it
     * @param state handed on with his place
     */
    record Comer(long customerId, Collection<Long> family, String state) {}

    /** @param fresh false: he was in it already */
    record Come(long groupId, boolean fresh) {}

    /** Somebody who comes twice at once (two taps, two devices) is asked one after the other: else he may sit in two groups. */
    Come arrive(GroupCode code, Comer comer) {
        door.requireWelcome(code.orgId(), comer.family());
        ReentrantLock turn = take(comers[Math.floorMod(Long.hashCode(comer.customerId()), STRIPES)]);
        try {
            return seat(code, comer);
        } finally {
            turn.unlock();
        }
    }

    private Come seat(GroupCode code, Comer comer) {
        List<Long> groups = ids(groups(code));
        Optional<Long> known = door.sits(code.orgId(), comer.customerId(), groups);
        if (known.isPresent()) {
            return new Come(known.get(), false);
        }
        for (int left = ATTEMPTS; left > 0; left--) {
            List<GroupRoom> rooms = door.rooms(code.orgId(), ids(groups(code)));
            for (GroupRoom room : rooms) {
                Entry entry = room.hasRoom() ? join(code, comer, room) : Entry.FULL;
                if (entry == Entry.JOINED || entry == Entry.ALREADY_IN) {
                    return new Come(room.groupId(), entry == Entry.JOINED);
                }
            }
            if (!openNext(code, rooms)) {
                throw full(code);
            }
        }
        throw PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, 5);
    }

    /** Who gets in where somebody was turned away found room that there is again: the next one who does not is news to the owner. */
    private Entry join(GroupCode code, Comer comer, GroupRoom room) {
        Entry entry = door.join(
                code.orgId(), room.groupId(), new Expected(comer.customerId(), code.id(), null, comer.state()));
        if (entry == Entry.JOINED && code.fullAt() != null) {
            store.clearFull(code);
        }
        return entry;
    }

    /** Nobody gets in: its owner hears of the first one who is turned away. */
    Problem full(GroupCode code) {
        if (store.setFull(code, clock.instant())) {
            hints.tell(List.of(code.ownerId()), TOPIC, code.id(), "CODE_FULL");
        }
        return GroupcodeProblem.FULL.problem();
    }

    /** The group that takes the next customer; nothing when all are full and no next one is opened. */
    List<GroupRoom> rooms(GroupCode code) {
        return door.rooms(code.orgId(), ids(groups(code)));
    }

    boolean mayOpen(GroupCode code) {
        List<CodeGroup> groups = groups(code);
        return code.content().autoCreate()
                && groups.stream().filter(CodeGroup::auto).count()
                        < code.content().autoMost();
    }

    /**
     * One opens it, the others wait and look again.
     *
     * @param seen in which there was no room
     * @return false: there is none and will be none
     */
    private boolean openNext(GroupCode code, List<GroupRoom> seen) {
        ReentrantLock turn = take(openings[Math.floorMod(Long.hashCode(code.id()), STRIPES)]);
        try {
            GroupCode now = store.findAll(code.orgId(), Set.of(code.id())).getFirst();
            List<CodeGroup> groups = groups(now);
            Set<Long> known = seen.stream().map(GroupRoom::groupId).collect(Collectors.toSet());
            List<GroupRoom> rooms = door.rooms(code.orgId(), ids(groups));
            boolean changed = rooms.stream().anyMatch(room -> room.hasRoom() || !known.contains(room.groupId()));
            if (changed) {
                return true;
            }
            if (!mayOpen(now) || groups.isEmpty() || !now.isOpen(clock.instant())) {
                return false;
            }
            long like = rooms.isEmpty()
                    ? groups.getLast().groupId()
                    : rooms.getLast().groupId();
            open(now, like);
            return true;
        } finally {
            turn.unlock();
        }
    }

    private static ReentrantLock[] turns() {
        return IntStream.range(0, STRIPES)
                .mapToObj(n -> new ReentrantLock(true))
                .toArray(ReentrantLock[]::new);
    }

    private static ReentrantLock take(ReentrantLock turn) {
        try {
            if (turn.tryLock(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                return turn;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw PlatformProblem.BUSY.problem(Problem.RETRY_AFTER, 5);
    }

    /** After a crash between the two the same key gives the same group. */
    private void open(GroupCode code, long like) {
        String key = "groupcode-" + code.id() + "-" + code.content().nextNumber();
        long fresh = door.openLike(code.orgId(), like, key, code.nextTitle());
        transaction.executeWithoutResult(status -> {
            GroupCode locked = store.lock(code.orgId(), code.id()).orElseThrow();
            if (locked.content().nextNumber() == code.content().nextNumber()) {
                store.append(locked, fresh);
            }
        });
        hints.tell(List.of(code.ownerId()), TOPIC, code.id(), "CODE");
    }

    private List<CodeGroup> groups(GroupCode code) {
        return Objects.requireNonNullElse(
                store.groups(code.orgId(), List.of(code.id())).get(code.id()), List.of());
    }

    private static List<Long> ids(List<CodeGroup> groups) {
        return groups.stream().map(CodeGroup::groupId).toList();
    }
}
