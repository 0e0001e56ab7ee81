package org.qiao.testing;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qiao.notice.NoticeAnswered;
import org.qiao.notice.NoticeMoved;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.event.TransactionalEventListener;

/** Hears what is told about notices, of all tests: a test filters by its own company. */
@TestComponent
public class NoticeRecorder {

    private final List<NoticeMoved> moves = new CopyOnWriteArrayList<>();
    private final List<NoticeAnswered> answers = new CopyOnWriteArrayList<>();

    @TransactionalEventListener
    void on(NoticeMoved move) {
        moves.add(move);
    }

    @TransactionalEventListener
    void on(NoticeAnswered answer) {
        answers.add(answer);
    }

    /** In the order of their moments. */
    public List<NoticeMoved> moves(long orgId, String key) {
        return moves.stream()
                .filter(move -> move.orgId() == orgId && move.key().equals(key))
                .sorted(java.util.Comparator.comparing(NoticeMoved::at))
                .toList();
    }

    public List<NoticeAnswered> answers(long orgId) {
        return answers.stream().filter(answer -> answer.orgId() == orgId).toList();
    }
}
