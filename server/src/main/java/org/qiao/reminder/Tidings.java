package org.qiao.reminder;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.HttpSettings;
import org.qiao.dingrule.Preferences;
import org.qiao.dingrule.QuietHours;
import org.qiao.dingrule.RuleBook;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.NoticeText;
import org.qiao.notice.Notices;
import org.qiao.reminder.ReminderStore.Row;
import org.qiao.reminder.ReminderWishes.Wish;
import org.springframework.stereotype.Component;

/** Orders the texts of reminders that are due, one for every recipient and way, in the caller's transaction. */
@Component
class Tidings {

    private final ReminderPeople people;
    private final ReminderTexts texts;
    private final RuleBook rules;
    private final Preferences preferences;
    private final ReminderWishes wishes;
    private final Notices notices;
    private final HttpSettings server;

    Tidings(
            ReminderPeople people,
            ReminderTexts texts,
            RuleBook rules,
            Preferences preferences,
            ReminderWishes wishes,
            Notices notices,
            HttpSettings server) {
        this.people = people;
        this.texts = texts;
        this.rules = rules;
        this.preferences = preferences;
        this.wishes = wishes;
        this.notices = notices;
        this.server = server;
    }

    /** @return how many texts were ordered */
    int order(long orgId, List<Row> due, Instant now) {
        Set<Long> all = new HashSet<>();
        due.forEach(row -> all.addAll(row.reminder().recipients()));
        if (all.isEmpty()) {
            return 0;
        }
        Company company = company(orgId, all);
        List<NoticeOrder> orders = new ArrayList<>();
        due.forEach(row -> orders.addAll(orders(row, company, now)));
        notices.order(orgId, orders);
        people.hint(due, company.readers().keySet());
        return orders.size();
    }

    /**
     * Everything that is asked once for many reminders.
     *
     * @param readers those who still are members, with their languages
     * @param quiet the company's quiet hours
     * @param ready channels that are connected
     */
    private record Company(
            ZoneId zone,
            Map<Long, Locale> readers,
            @Nullable QuietHours quiet,
            Map<Long, QuietHours> ownQuiet,
            Map<Long, Wish> wishes,
            Set<Channel> ready) {

        Optional<Instant> quietUntil(long person, Instant at) {
            QuietHours hours = ownQuiet.getOrDefault(person, quiet);
            return hours == null ? Optional.empty() : hours.end(at, zone);
        }

        boolean reaches(long person, Channel way) {
            return ready.contains(way)
                    && wishes.getOrDefault(person, Wish.STANDARD).wants(way);
        }
    }

    private Company company(long orgId, Set<Long> all) {
        return new Company(
                people.zone(orgId),
                people.readers(orgId, all),
                rules.settings(orgId).quiet(),
                preferences.quiet(orgId, all),
                wishes.of(orgId, all),
                notices.prices(orgId).keySet());
    }

    private List<NoticeOrder> orders(Row row, Company company, Instant now) {
        Reminder reminder = row.reminder();
        List<NoticeOrder> orders = new ArrayList<>();
        for (long person : reminder.recipients()) {
            Locale locale = company.readers().get(person);
            Instant from = reminder.restraint() == Restraint.NONE
                    ? now
                    : company.quietUntil(person, now).orElse(now);
            Instant until = (from.isAfter(now) ? from : row.due()).plus(reminder.validFor());
            if (locale == null || !until.isAfter(now)) {
                continue; // gone, or too late
            }
            Optional<NoticeText> text = text(reminder, locale, company.zone());
            for (Channel way : reminder.ways()) {
                if (text.isPresent() && company.reaches(person, way)) {
                    String key = "reminder:%d:%d:%d:%s"
                            .formatted(row.id(), row.occasion().getEpochSecond(), person, way);
                    orders.add(new NoticeOrder(key, way, person, null, locale, text.get(), from, until, false));
                }
            }
        }
        return orders;
    }

    /** A push finds a path by itself; an e-mail has a link when the server knows where people reach it. */
    private Optional<NoticeText> text(Reminder reminder, Locale locale, ZoneId zone) {
        String path = reminder.text() == null ? null : reminder.text().path();
        return texts.find(reminder, locale, zone)
                .map(words ->
                        NoticeText.of(words.title(), words.text(), path == null ? null : server.address() + path));
    }
}
