package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qiao.account.Guests;
import org.qiao.customer.CustomerRelation;
import org.qiao.customer.CustomerRules;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.messaging.EntryView;
import org.qiao.messaging.OutboxReader.Stretch;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.qiao.notice.Notices;
import org.qiao.visit.ReplyWays.Way;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Mails, or SMS for whoever has proved only a number, that say who has answered and where to go on; never what was said. One in half an
 * hour for each thread.
 */
@Component
class ReplyMails {

    private static final Duration VALID = Duration.ofHours(12);

    private final ReplyStore store;
    private final Who who;
    private final ReplyLinks links;
    private final ReplyWays ways;
    private final Notices notices;
    private final VisitSettings settings;
    private final Clock clock;

    ReplyMails(
            ReplyStore store,
            Who who,
            ReplyLinks links,
            ReplyWays ways,
            Notices notices,
            VisitSettings settings,
            Clock clock) {
        this.store = store;
        this.who = who;
        this.links = links;
        this.ways = ways;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** Who talks to whom. */
    @Component
    record Who(CustomerRules rules, Members members, Guests guests) {

        Locale locale(CustomerRelation relation) {
            return guests.actor(relation.orgId(), relation.customerId()).locale();
        }

        String name(long orgId, long memberId) {
            return members.cards(orgId, List.of(memberId)).stream()
                    .map(Card::name)
                    .findFirst()
                    .orElse("");
        }
    }

    Duration patience() {
        return settings.mailWait();
    }

    /** Not at once, and not soon after the last one. */
    Instant earliest(Stretch stretch, Instant saidAt) {
        Instant first = saidAt.plus(settings.mailWait());
        return store.told(stretch.orgId(), stretch.conversationId())
                .map(told -> told.plus(settings.mailPause()))
                .filter(next -> next.isAfter(first))
                .orElse(first);
    }

    @Transactional
    public void send(CustomerRelation relation, EntryView entry, Stretch stretch) {
        Instant now = clock.instant();
        Optional<Way> way = ways.find(relation.orgId(), relation.customerId());
        if (way.isEmpty()) {
            return;
        }
        Locale locale = who.locale(relation);
        notices.order(
                relation.orgId(),
                List.of(new NoticeOrder(
                        "visit-reply:" + stretch.conversationId() + ":" + entry.seq(),
                        way.get().channel(),
                        null,
                        way.get().address(),
                        locale,
                        text(relation, stretch.conversationId(), locale),
                        now,
                        now.plus(VALID),
                        false)));
        store.tell(relation.orgId(), stretch.conversationId(), now);
    }

    private NoticeText text(CustomerRelation relation, long thread, Locale locale) {
        String company = who.rules().badge(relation.orgId()).name();
        String name = who.name(relation.orgId(), relation.memberId());
        String link = links.areWhole() ? links.to(relation, thread) : null;
        return locale.getLanguage().equals("en")
                ? NoticeText.of(
                        "%s of %s has answered you".formatted(name, company),
                        "You have a new message from %s (%s). Open the chat to read it and to answer."
                                .formatted(name, company),
                        link)
                : NoticeText.of(
                        "%s的%s回复了您".formatted(company, name),
                        "%s（%s）给您发来了新消息，点击打开对话即可查看和回复。".formatted(name, company),
                        link);
    }
}
