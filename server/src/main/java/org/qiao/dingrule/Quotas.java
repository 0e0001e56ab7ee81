package org.qiao.dingrule;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.UsageStore.Counter;
import org.qiao.directory.Departments;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How much of each way a sender and a company have used, and what is left. Days are the company's. */
@Service
public class Quotas {

    private static final int DAYS_MAX = 366;

    private final UsageStore store;
    private final RuleBook rules;
    private final Departments departments;
    private final Clock clock;

    Quotas(UsageStore store, RuleBook rules, Departments departments, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.departments = departments;
        this.clock = clock;
    }

    /** Whose account it goes on. */
    public record Payer(long orgId, long senderId, ZoneId zone) {}

    record Statistic(LocalDate day, long departmentId, String department, Way way, long count) {}

    record Statistics(List<Statistic> items) {}

    /**
     * Uses up to {@code wanted}, as far as the quotas go. Callers with several ways ask in the order of {@link Way}, and with several
     * payers in one order, so that two never wait in a circle.
     *
     * @return how many may be sent
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public int take(Payer payer, Way way, int wanted) {
        if (wanted == 0) {
            return 0;
        }
        DingSettings settings = rules.settings(payer.orgId());
        Counter counter = counter(payer, way, true);
        int over = over(store.add(counter, wanted), settings.perSenderDay(way), wanted);
        int allowed = wanted - over;
        if (allowed > 0) {
            int overMonth = over(store.addMonth(counter, allowed), settings.perMonth(way), allowed);
            if (overMonth > 0) {
                store.addMonth(counter, -overMonth);
                over += overMonth;
                allowed -= overMonth;
            }
        }
        if (over > 0) {
            store.add(counter, -over);
        }
        return allowed;
    }

    private static int over(int used, @Nullable Integer limit, int wanted) {
        return limit == null ? 0 : Math.min(wanted, Math.max(0, used - limit));
    }

    /** What may still be sent today; null without a limit. */
    public @Nullable Integer left(Payer payer, Way way) {
        DingSettings settings = rules.settings(payer.orgId());
        Counter counter = counter(payer, way, false);
        Integer perDay = settings.perSenderDay(way);
        Integer perMonth = settings.perMonth(way);
        Integer today = perDay == null ? null : Math.max(0, perDay - store.used(counter));
        Integer month = perMonth == null ? null : Math.max(0, perMonth - store.usedMonth(counter));
        if (today == null || month == null) {
            return today == null ? month : today;
        }
        return Math.min(today, month);
    }

    private Counter counter(Payer payer, Way way, boolean withDepartment) {
        long department = withDepartment
                ? departments.mains(payer.orgId(), Set.of(payer.senderId())).getOrDefault(payer.senderId(), 0L)
                : 0;
        LocalDate today = clock.instant().atZone(payer.zone()).toLocalDate();
        return new Counter(payer.orgId(), payer.senderId(), department, way, today);
    }

    /** Per day, department of the sender and way; for administrators. */
    Statistics statistics(Actor actor, LocalDate from, LocalDate until) {
        RuleBook.requireAdmin(actor);
        Limits.requireSpan(from, until, DAYS_MAX);
        List<UsageStore.Sum> sums = store.statistics(actor.orgId(), from, until);
        Set<Long> ids = new HashSet<>();
        sums.forEach(sum -> ids.add(sum.departmentId()));
        Map<Long, String> names = departments.names(actor.orgId(), ids);
        return new Statistics(sums.stream()
                .map(sum -> new Statistic(
                        sum.day(),
                        sum.departmentId(),
                        names.getOrDefault(sum.departmentId(), ""),
                        sum.way(),
                        sum.count()))
                .toList());
    }
}
