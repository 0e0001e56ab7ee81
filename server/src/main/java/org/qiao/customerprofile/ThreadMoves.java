package org.qiao.customerprofile;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.LineStore.Moved;
import org.qiao.messaging.News.Message;
import org.qiao.threadfeed.ThreadReader;
import org.springframework.stereotype.Component;

/** Puts into the lists when customers and staff wrote last. A repeat does no harm; the later moment always wins. */
@Component
class ThreadMoves implements ThreadReader {

    static final String LANE = "customerprofile";

    private final LineStore lines;

    ThreadMoves(LineStore lines) {
        this.lines = lines;
    }

    @Override
    public String lane() {
        return LANE;
    }

    @Override
    public void heard(long orgId, Said said) {
        Map<Long, Moved> moved = new HashMap<>();
        for (Message message : said.messages()) {
            boolean guest = said.isByCustomer(message);
            moved.merge(
                    message.conversationId(),
                    new Moved(message.conversationId(), guest ? message.at() : null, guest ? null : message.at()),
                    ThreadMoves::later);
        }
        lines.moved(orgId, new ArrayList<>(moved.values()));
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
