package org.qiao.grouptold;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.grouptold.ToldWording.Words;
import org.qiao.messaging.News.Key;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.qiao.visit.ReplyLinks;
import org.qiao.visit.ReplyWays;
import org.springframework.stereotype.Component;

/** What goes out: a push to his devices, or an e-mail or SMS to the address that he has proved. */
@Component
class ToldOrders {

    private static final String PUSH = "group-told:";
    private static final String WRITTEN = "group-mail:";
    private static final Duration VALID = Duration.ofHours(12);

    private final ReplyWays ways;
    private final ReplyLinks links;

    ToldOrders(ReplyWays ways, ReplyLinks links) {
        this.ways = ways;
        this.links = links;
    }

    /**
     * What a notice was about.
     *
     * @param seq the last message
     * @param mentionSeq the first one that names him; 0 for none
     */
    record About(Key key, long seq, long mentionSeq) {

        private static final int PARTS = 4;

        /** Empty for every other notice. */
        static Optional<About> of(String text) {
            if (!text.startsWith(PUSH)) {
                return Optional.empty();
            }
            String[] parts = text.substring(PUSH.length()).split(":", PARTS);
            return Optional.of(new About(
                    new Key(Long.parseLong(parts[0]), Long.parseLong(parts[1])),
                    Long.parseLong(parts[2]),
                    Long.parseLong(parts[3])));
        }

        String text() {
            return "%d:%d:%d:%d".formatted(key.principalId(), key.conversationId(), seq, mentionSeq);
        }
    }

    /**
     * Whom it goes to.
     *
     * @param ownerId of the group: the link leads to his page, and from there into the group
     */
    record To(long orgId, long ownerId, Locale locale, Instant now) {}

    NoticeOrder push(To to, About about, Words words) {
        long conversation = about.key().conversationId();
        NoticeText text = ToldWording.push(
                to.locale(), words, links.to(to.orgId(), to.ownerId(), conversation), "visit-" + conversation);
        return order(
                to, new Target(PUSH + about.text(), Channel.PUSH, about.key().principalId(), null), text);
    }

    /** Empty when there is no way to him. */
    Optional<NoticeOrder> written(To to, About about, Words words, boolean sms) {
        long customer = about.key().principalId();
        String link = links.areWhole()
                ? links.to(to.orgId(), to.ownerId(), about.key().conversationId())
                : null;
        return ways.find(to.orgId(), customer)
                .filter(way -> sms || way.channel() == Channel.EMAIL)
                .map(way -> order(
                        to,
                        new Target(WRITTEN + about.text(), way.channel(), null, way.address()),
                        ToldWording.mail(to.locale(), words, link)));
    }

    private record Target(
            String key,
            Channel channel,
            @Nullable Long principalId,
            @Nullable String address) {}

    private static NoticeOrder order(To to, Target target, NoticeText text) {
        return new NoticeOrder(
                target.key(),
                target.channel(),
                target.principalId(),
                target.address(),
                to.locale(),
                text,
                to.now(),
                to.now().plus(VALID),
                false);
    }
}
