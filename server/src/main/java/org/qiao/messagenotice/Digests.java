package org.qiao.messagenotice;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.qiao.directory.Members;
import org.qiao.messagenotice.DigestStore.Slot;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Serves the digests of one company's members whose time has come, a page in each transaction. The clock's row holds how far it is,
 * and the key of an order names the person and the day: nothing is done twice, whatever is killed.
 */
@Component
class Digests {

    private static final int PAGE = 200;
    private static final Duration LIFE = Duration.ofHours(12);
    private static final Duration IDLE = Duration.ofDays(1);

    private final DigestStore store;
    private final TellChoices choices;
    private final Members members;
    private final DigestMail mail;
    private final Notices notices;
    private final MessageNoticeSettings settings;
    private final Clock clock;

    Digests(
            DigestStore store,
            TellChoices choices,
            Members members,
            DigestMail mail,
            Notices notices,
            MessageNoticeSettings settings,
            Clock clock) {
        this.store = store;
        this.choices = choices;
        this.members = members;
        this.mail = mail;
        this.notices = notices;
        this.settings = settings;
        this.clock = clock;
    }

    /** The next company whose digests are due, but for these. */
    Optional<Long> due(Collection<Long> passed) {
        return store.due(passed, clock.instant());
    }

    /** @return false: another clock serves this company */
    @Transactional
    public boolean once(long orgId) {
        Instant now = clock.instant();
        return store.claim(orgId, now)
                .map(slot -> {
                    serve(slot, now);
                    return true;
                })
                .orElse(false);
    }

    private void serve(Slot slot, Instant now) {
        CompanyTelling company = choices.company(slot.orgId());
        ZoneId zone = choices.zone(slot.orgId());
        Set<LocalTime> times = choices.digestTimes(slot.orgId(), company);
        Instant oldest = now.minus(settings.lateDigest());
        LocalTime time = slot.at().atZone(zone).toLocalTime();
        if (slot.at().isBefore(oldest) || !times.contains(time) || !notices.isReady(slot.orgId(), Channel.EMAIL)) {
            advance(slot, slot.at().isBefore(oldest) ? oldest : slot.at(), zone, times);
            return;
        }
        List<Long> page = members.active(slot.orgId(), slot.afterId(), PAGE);
        tell(slot, page, new Occasion(time, slot.at().atZone(zone).toLocalDate(), company, now));
        if (page.size() < PAGE) {
            advance(slot, slot.at(), zone, times);
        } else {
            store.move(new Slot(slot.orgId(), slot.at(), page.getLast()));
        }
    }

    private record Occasion(LocalTime time, LocalDate day, CompanyTelling company, Instant now) {}

    private void tell(Slot slot, Collection<Long> page, Occasion occasion) {
        List<Long> due = new ArrayList<>();
        Map<Long, Wish> wishes = choices.wishes(slot.orgId(), page);
        wishes.forEach((id, wish) -> {
            if (wish.settings().digest() && wish.settings().digestAt().equals(occasion.time())) {
                due.add(id);
            }
        });
        Instant away = occasion.now().minus(Duration.ofHours(occasion.company().awayHours()));
        List<DigestMail.Letter> letters = mail.write(slot.orgId(), due, wishes, away);
        if (letters.isEmpty()) {
            return;
        }
        notices.orderUnhurried(
                slot.orgId(),
                letters.stream()
                        .map(letter -> letter.order(
                                "digest:%d:%s".formatted(letter.principalId(), occasion.day()), occasion.now(), LIFE))
                        .toList());
        store.sent(
                slot.orgId(),
                letters.stream().map(DigestMail.Letter::principalId).toList(),
                occasion.now());
    }

    private void advance(Slot slot, Instant after, ZoneId zone, Set<LocalTime> times) {
        store.move(new Slot(slot.orgId(), next(after, zone, times), 0));
    }

    /** The first of these times of the day behind a moment; a day later without any. */
    static Instant next(Instant after, ZoneId zone, Set<LocalTime> times) {
        LocalDate day = after.atZone(zone).toLocalDate();
        return times.stream()
                .flatMap(time -> List.of(day, day.plusDays(1)).stream()
                        .map(date -> date.atTime(time).atZone(zone).toInstant()))
                .filter(at -> at.isAfter(after))
                .min(Instant::compareTo)
                .orElse(after.plus(IDLE));
    }
}
