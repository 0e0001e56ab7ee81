package org.qiao.ding;

import java.util.Collection;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qiao.messaging.Hints;
import org.qiao.platform.AfterCommit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Says "look again" to who is connected, after the commit; to a sender at most once a second for each DING. */
@Component
class Tellings {

    private static final String TOPIC = "ding";
    /** Beyond this boards learn of it with the next change. */
    private static final int BOARDS_MAX = 10_000;

    private final Hints hints;
    private final Set<Board> touched = ConcurrentHashMap.newKeySet();

    Tellings(Hints hints) {
        this.hints = hints;
    }

    enum Kind {
        RECEIVED,
        CONFIRMED,
        RECALLED,
        BOARD,
        COMMENT
    }

    private record Board(long senderId, long dingId) {}

    void tell(Collection<Long> people, long dingId, Kind kind) {
        if (!people.isEmpty()) {
            Set<Long> all = Set.copyOf(people);
            AfterCommit.run(() -> hints.tell(all, TOPIC, dingId, kind.name()));
        }
    }

    void board(Ding ding) {
        AfterCommit.run(() -> {
            if (touched.size() < BOARDS_MAX) {
                touched.add(new Board(ding.senderId(), ding.id()));
            }
        });
    }

    @Scheduled(fixedDelay = 1_000)
    void pushBoards() {
        for (Board board : touched) {
            touched.remove(board);
            hints.tell(Set.of(board.senderId()), TOPIC, board.dingId(), Kind.BOARD.name());
        }
    }
}
