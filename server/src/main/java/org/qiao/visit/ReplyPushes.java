package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.customer.CustomerRelation;
import org.qiao.messaging.EntryKind;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Pushes to the devices of a customer who has asked for them: who has answered, and what only when the company wants it. A later one
 * takes an earlier one's place.
 */
@Component
class ReplyPushes {

    private static final String KEY = "visit-push:";
    private static final Duration VALID = Duration.ofHours(12);
    private static final int EXCERPT = 120;

    private final ReplyStore store;
    private final ReplyMails.Who who;
    private final ReplyLinks links;
    private final Notices notices;
    private final VisitSettings settings;
    private final JsonMapper json;
    private final Clock clock;

    ReplyPushes(
            ReplyStore store,
            ReplyMails.Who who,
            ReplyLinks links,
            Notices notices,
            VisitSettings settings,
            JsonMapper json,
            Clock clock) {
        this.store = store;
        this.who = who;
        this.links = links;
        this.notices = notices;
        this.settings = settings;
        this.json = json;
        this.clock = clock;
    }

    /** Which answer a push was about. */
    record About(long conversationId, long seq) {

        static Optional<About> of(String key) {
            if (!key.startsWith(KEY)) {
                return Optional.empty();
            }
            String[] parts = key.substring(KEY.length()).split(":", 2);
            return Optional.of(new About(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
        }

        String key() {
            return KEY + conversationId + ":" + seq;
        }
    }

    boolean reach(CustomerRelation relation) {
        return !notices.reachable(relation.orgId(), Channel.PUSH, List.of(relation.customerId()))
                .isEmpty();
    }

    /** @param there a page is open: he has a moment to read it there */
    Instant earliest(Stretch stretch, Instant saidAt, boolean there) {
        Instant first = there ? saidAt.plus(settings.pushWait()) : saidAt;
        return store.pushed(stretch.orgId(), stretch.conversationId())
                .map(pushed -> pushed.plus(settings.pushPause()))
                .filter(next -> next.isAfter(first))
                .orElse(first);
    }

    @Transactional
    public void send(CustomerRelation relation, EntryView entry, Stretch stretch) {
        Instant now = clock.instant();
        Locale locale = who.locale(relation);
        long thread = stretch.conversationId();
        notices.order(
                relation.orgId(),
                List.of(new NoticeOrder(
                        new About(thread, entry.seq()).key(),
                        Channel.PUSH,
                        relation.customerId(),
                        null,
                        locale,
                        NoticeText.push(
                                who.name(relation.orgId(), entry.sender()),
                                text(relation, entry, locale),
                                links.to(relation, thread),
                                "visit-" + thread),
                        now,
                        now.plus(VALID),
                        false)));
        store.push(relation.orgId(), thread, now);
    }

    private String text(CustomerRelation relation, EntryView entry, Locale locale) {
        boolean open = who.rules().settings(relation.orgId()).tellsText() && entry.kind() == EntryKind.TEXT;
        String said = open ? json.readTree(entry.body()).path("text").asString("") : "";
        if (!said.isBlank()) {
            return said.codePointCount(0, said.length()) <= EXCERPT
                    ? said
                    : said.substring(0, said.offsetByCodePoints(0, EXCERPT)) + "…";
        }
        String company = who.rules().badge(relation.orgId()).name();
        return locale.getLanguage().equals("en")
                ? "%s: new message".formatted(company)
                : "%s：给您发来了新消息".formatted(company);
    }
}
