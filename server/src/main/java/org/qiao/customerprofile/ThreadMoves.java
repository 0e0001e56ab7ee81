package org.qiao.customerprofile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.Customers;
import org.qiao.customerprofile.LineStore.Moved;
import org.qiao.customerprofile.ThreadFeedStore.Piece;
import org.qiao.messaging.News;
import org.qiao.messaging.News.Message;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts into the lists when customers and staff wrote last. A crash repeats a piece; the later moment always wins. */
@Component
class ThreadMoves {

    private static final int MESSAGES = 100;

    private final ThreadFeedStore feed;
    private final LineStore lines;
    private final News news;
    private final Customers customers;

    ThreadMoves(ThreadFeedStore feed, LineStore lines, News news, Customers customers) {
        this.feed = feed;
        this.lines = lines;
        this.news = news;
        this.customers = customers;
    }

    /** @return how many pieces were taken; fewer than {@code limit}: there are no more */
    @Transactional
    public int once(int limit) {
        List<Piece> pieces = feed.take(limit);
        pieces.stream().collect(Collectors.groupingBy(Piece::orgId)).forEach(this::move);
        return pieces.size();
    }

    private void move(long orgId, List<Piece> pieces) {
        Map<Long, Long> after = new HashMap<>();
        pieces.forEach(piece -> after.merge(piece.conversationId(), piece.firstSeq() - 1, Math::min));
        List<Message> messages = news.messages(orgId, after, MESSAGES);
        Set<Long> guests =
                customers.findAll(orgId, messages.stream().map(Message::sender).collect(Collectors.toSet())).stream()
                        .map(Customer::id)
                        .collect(Collectors.toSet());
        Map<Long, Moved> moved = new HashMap<>();
        for (Message message : messages) {
            boolean guest = guests.contains(message.sender());
            moved.merge(
                    message.conversationId(),
                    new Moved(message.conversationId(), guest ? message.at() : null, guest ? null : message.at()),
                    ThreadMoves::later);
        }
        if (!moved.isEmpty()) {
            lines.moved(orgId, new ArrayList<>(moved.values()));
        }
    }

    private static Moved later(Moved one, Moved other) {
        return new Moved(
                one.conversationId(),
                later(one.customerAt(), other.customerAt()),
                later(one.staffAt(), other.staffAt()));
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.isAfter(other) ? one : other;
    }
}
