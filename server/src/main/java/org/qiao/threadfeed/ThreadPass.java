package org.qiao.threadfeed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.customer.Customer;
import org.qiao.customer.Customers;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Message;
import org.qiao.threadfeed.ThreadPieceStore.Piece;
import org.qiao.threadfeed.ThreadReader.Said;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes pieces of a lane and lets its reader hear what was said there: one transaction, so a crash repeats both or neither. */
@Component
class ThreadPass {

    /** More at once in one thread is a flood; its end is heard. */
    private static final int MESSAGES = 500;

    private final ThreadPieceStore store;
    private final News news;
    private final Customers customers;

    ThreadPass(ThreadPieceStore store, News news, Customers customers) {
        this.store = store;
        this.news = news;
        this.customers = customers;
    }

    /** @return how many pieces were taken; fewer than {@code limit}: there are no more */
    @Transactional
    public int once(ThreadReader reader, int limit) {
        List<Piece> pieces = store.take(reader.lane(), limit);
        pieces.stream()
                .collect(Collectors.groupingBy(Piece::orgId))
                .forEach((orgId, some) -> read(reader, orgId, some));
        return pieces.size();
    }

    /** Takes the next piece without a look at it. @return the conversations concerned */
    @Transactional
    public List<Long> leaveOut(ThreadReader reader) {
        return store.take(reader.lane(), 1).stream().map(Piece::conversationId).toList();
    }

    private void read(ThreadReader reader, long orgId, List<Piece> pieces) {
        Map<Long, Long> after = new HashMap<>();
        pieces.forEach(piece -> after.merge(piece.conversationId(), piece.firstSeq() - 1, Math::min));
        List<Message> messages = news.messages(orgId, after, MESSAGES, reader.textLength());
        if (messages.isEmpty()) {
            return;
        }
        Set<Long> senders = messages.stream().map(Message::sender).collect(Collectors.toSet());
        Set<Long> guests =
                customers.findAll(orgId, senders).stream().map(Customer::id).collect(Collectors.toSet());
        reader.heard(orgId, new Said(messages, guests));
    }
}
