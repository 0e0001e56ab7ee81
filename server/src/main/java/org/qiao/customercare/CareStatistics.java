package org.qiao.customercare;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareNumbers.ReplySpeed;
import org.qiao.customercare.CareNumbers.Sums;
import org.qiao.customercare.StatisticsStore.DaySums;
import org.qiao.customercare.StatisticsStore.MemberSums;
import org.qiao.customercare.StatisticsStore.Span;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How employees serve their customers, in numbers: one's own for everybody, those of his people for a lead, all for administrators. */
@Service
class CareStatistics {

    /** A leap year. */
    static final int DAYS_MAX = 366;

    private final StatisticsStore store;
    private final CareStanding standing;
    private final Members members;

    CareStatistics(StatisticsStore store, CareStanding standing, Members members) {
        this.store = store;
        this.standing = standing;
        this.members = members;
    }

    /**
     * What is asked for.
     *
     * @param department only these of the scope
     */
    record Query(CareScope scope, @Nullable Long department, Span span) {

        static Query of(CareScope scope, @Nullable Long department, LocalDate from, LocalDate until) {
            if (!Limits.isSpan(from, until, DAYS_MAX) || isOdd(from)) {
                throw CustomercareProblem.BAD_SPAN.problem("max", DAYS_MAX);
            }
            return new Query(scope, department, new Span(from, until));
        }

        private static boolean isOdd(LocalDate from) {
            return from.isBefore(FIRST) || from.isAfter(LAST);
        }
    }

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2200, 1, 1);

    /**
     * @param before of as many days just before
     * @param days in order; one without anything is left out
     */
    record CareStatisticsView(
            LocalDate from, LocalDate until, CareNumbers total, CareNumbers before, List<CareDayView> days) {}

    record CareDayView(LocalDate day, CareNumbers numbers) {}

    record CareMemberView(Card member, CareNumbers numbers) {}

    /** What a list of employees is sorted by; the largest first, of times the shortest. */
    enum CareOrder {
        OPENED(numbers -> -numbers.opened()),
        ENDED(numbers -> -numbers.endedByCustomer()),
        CHATS(numbers -> -numbers.chats()),
        RECEIVED(numbers -> -numbers.received()),
        SENT(numbers -> -numbers.sent()),
        SHARE(numbers -> numbers.share() == null ? 1 : -numbers.share()),
        UNANSWERED(numbers -> -numbers.unanswered()),
        AVERAGE(numbers -> time(numbers, ReplySpeed::average)),
        MEDIAN(numbers -> time(numbers, ReplySpeed::median));

        private final ToDoubleFunction<CareNumbers> key;

        CareOrder(ToDoubleFunction<CareNumbers> key) {
            this.key = key;
        }

        private static double time(CareNumbers numbers, ToIntFunction<ReplySpeed> field) {
            ReplySpeed work = numbers.work();
            return work == null ? Double.MAX_VALUE : field.applyAsInt(work);
        }
    }

    private record Line(long memberId, CareNumbers numbers) {}

    @Transactional(readOnly = true)
    public CareStatisticsView get(Actor actor, Query query) {
        Set<Long> people = standing.people(actor, query.scope(), query.department());
        Span span = query.span();
        long orgId = actor.orgId();
        List<DaySums> days = store.days(orgId, people, span);
        return new CareStatisticsView(
                span.from(),
                span.until(),
                CareNumbers.of(Sums.together(days.stream().map(DaySums::sums).toList())),
                CareNumbers.of(store.total(orgId, people, span.before())),
                days.stream()
                        .map(day -> new CareDayView(day.day(), CareNumbers.of(day.sums())))
                        .toList());
    }

    /** Employees who did something, sorted; {@code reversed} turns the order around. */
    @Transactional(readOnly = true)
    public Page<CareMemberView> members(
            Actor actor, Query query, Sorting sorting, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        long key = Limits.key(after, 0);
        List<Line> sorted = lines(actor, query, sorting);
        List<Line> behind = key == 0
                ? sorted
                : sorted.stream()
                        .dropWhile(line -> line.memberId() != key)
                        .skip(1)
                        .toList();
        Page<Line> page = Page.cut(
                behind.subList(0, Math.min(behind.size(), size + 1)), size, line -> Long.toString(line.memberId()));
        Map<Long, Card> cards = cards(actor, page.items());
        return page.map(line -> view(line, cards));
    }

    record Sorting(CareOrder order, boolean reversed) {

        private Comparator<Line> comparator() {
            Comparator<Line> byKey = Comparator.comparingDouble(line -> order.key.applyAsDouble(line.numbers()));
            return (reversed ? byKey.reversed() : byKey).thenComparingLong(Line::memberId);
        }
    }

    private List<Line> lines(Actor actor, Query query, Sorting sorting) {
        Set<Long> people = standing.people(actor, query.scope(), query.department());
        List<MemberSums> sums = store.members(actor.orgId(), people, query.span());
        return sums.stream()
                .map(one -> new Line(one.memberId(), CareNumbers.of(one.sums())))
                .sorted(sorting.comparator())
                .toList();
    }

    private Map<Long, Card> cards(Actor actor, List<Line> lines) {
        return members.cardsById(
                actor.orgId(), lines.stream().map(Line::memberId).toList());
    }

    private static CareMemberView view(Line line, Map<Long, Card> cards) {
        return new CareMemberView(Objects.requireNonNull(cards.get(line.memberId())), line.numbers());
    }

    /** Everybody at once, for a spreadsheet. */
    @Transactional(readOnly = true)
    public List<CareMemberView> all(Actor actor, Query query) {
        List<Line> lines = lines(actor, query, new Sorting(CareOrder.CHATS, false));
        Map<Long, Card> cards = cards(actor, lines);
        return lines.stream().map(line -> view(line, cards)).toList();
    }
}
