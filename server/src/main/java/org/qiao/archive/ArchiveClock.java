package org.qiao.archive;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import org.qiao.account.Principals;
import org.qiao.archive.SpanStore.Untold;
import org.qiao.card.CardSummary;
import org.qiao.card.CardSummary.Line;
import org.qiao.card.Cards;
import org.qiao.platform.Limits;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Tells employees that their chats are archived, and looks once a minute who is in the range by now. Keeps nothing in memory. */
@Component
class ArchiveClock {

    private static final Logger LOG = LoggerFactory.getLogger(ArchiveClock.class);
    private static final String APP = "customer";
    private static final int AT_ONCE = 500;

    private final ArchiveSettingStore settings;
    private final ArchiveRules rules;
    private final SpanStore spans;
    private final Principals principals;
    private final Cards cards;
    private final Clock clock;
    private final ReentrantLock running = new ReentrantLock();

    ArchiveClock(
            ArchiveSettingStore settings,
            ArchiveRules rules,
            SpanStore spans,
            Principals principals,
            Cards cards,
            Clock clock) {
        this.settings = settings;
        this.rules = rules;
        this.spans = spans;
        this.principals = principals;
        this.cards = cards;
        this.clock = clock;
    }

    @Scheduled(fixedDelay = 1_000)
    void tell() {
        if (!running.tryLock()) {
            return;
        }
        try {
            spans.untold(clock.instant(), AT_ONCE).stream()
                    .collect(Collectors.groupingBy(Untold::orgId))
                    .forEach(this::tell);
        } catch (RuntimeException e) { // an edge: a second later is another try
            LOG.warn(
                    "Employees do not know yet that they are archived: {}",
                    e.getClass().getName(),
                    e);
        } finally {
            running.unlock();
        }
    }

    /** Keys made of the span: a repeat is harmless, and another time is told again. */
    private void tell(long orgId, List<Untold> some) {
        Map<Long, Locale> locales =
                principals.locales(orgId, some.stream().map(Untold::memberId).toList());
        List<Long> told = new ArrayList<>();
        for (Untold one : some) {
            try {
                tell(one, locales.getOrDefault(one.memberId(), Locale.CHINESE));
                told.add(one.id());
            } catch (RuntimeException e) { // an edge: one of them keeps no other from its turn
                LOG.warn("An employee does not know yet that he is archived (span {})", one.id(), e);
                spans.tellLater(one, clock.instant().plus(Limits.pause(one.failures())));
            }
        }
        spans.setTold(orgId, told, clock.instant());
    }

    private void tell(Untold one, Locale locale) {
        cards.tell(
                one.orgId(),
                APP,
                List.of(one.memberId()),
                card(ArchiveWords.of(locale), one.id()),
                "archive-" + one.id());
    }

    private static CardSummary card(ArchiveWords words, long id) {
        return new CardSummary(
                "archive",
                id,
                words.word("begun"),
                List.of(
                        new Line(words.word("begunWhat"), words.word("begunThreads")),
                        new Line(words.word("begunWho"), words.word("begunAuditors"))),
                "/customers/guard?tab=archive");
    }

    @Scheduled(fixedDelay = 60_000, initialDelay = 60_000)
    void renew() {
        for (long orgId : settings.enabled()) {
            try {
                rules.renew(orgId);
            } catch (RuntimeException e) { // an edge: one company must not stop the others
                LOG.warn("Who is archived was not renewed: {}", e.getClass().getName(), e);
            }
        }
    }
}
