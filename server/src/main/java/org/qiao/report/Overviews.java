package org.qiao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.DingDraft;
import org.qiao.ding.DingOrigin;
import org.qiao.ding.Dings;
import org.qiao.ding.Range;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.OverviewStore.SentReport;
import org.qiao.report.OverviewViews.ReportDingView;
import org.qiao.report.OverviewViews.ReportOverview;
import org.qiao.report.OverviewViews.ReportOverviewLine;
import org.qiao.report.OverviewViews.ReportPeriodCount;
import org.qiao.report.OverviewViews.ReportedState;
import org.qiao.report.ReportFormViews.ReportPeriodView;
import org.qiao.report.ReportRequests.ReportDingRequest;
import org.qiao.report.ReportScope.View;
import org.qiao.reporttemplate.Period;
import org.qiao.reporttemplate.ReportCycle;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who has reported in one cycle and who has not; and what is done about it. */
@Service
class Overviews {

    private static final int DINGED_MAX = 2_000;
    private static final int PERIODS_MAX = 31;

    private final ReportScope scope;
    private final ReportPeriods periods;
    private final OverviewStore store;
    private final ReportReaderStore readers;
    private final Members members;
    private final Departments departments;
    private final Dings dings;

    Overviews(
            ReportScope scope,
            ReportPeriods periods,
            OverviewStore store,
            ReportReaderStore readers,
            Members members,
            Departments departments,
            Dings dings) {
        this.scope = scope;
        this.periods = periods;
        this.store = store;
        this.readers = readers;
        this.members = members;
        this.departments = departments;
        this.dings = dings;
    }

    /** @param day null: the present one */
    record Query(
            @Nullable LocalDate day,
            @Nullable ReportedState state,
            @Nullable Long department,
            @Nullable String after,
            @Nullable Integer limit) {}

    ReportOverview of(Actor actor, long templateId, Query query) {
        int size = Limits.page(query.limit());
        long after = Limits.key(query.after(), 0);
        View view = scope.require(actor, templateId, query.department(), sound("day", query.day()));
        Period period = period(view, query.day());
        Map<Long, SentReport> sent = store.sent(actor.orgId(), templateId, period.from());
        Set<Long> must = view.mustFor(period);
        List<Long> shown = must.stream()
                .filter(person -> person > after)
                .filter(person -> query.state() == null || query.state() == state(sent.get(person)))
                .limit(size + 1L)
                .toList();
        Page<Long> page = Page.cut(shown, size, person -> Long.toString(person));
        return new ReportOverview(
                count(view, period, sent), new Page<>(lines(actor, view, page.items(), sent), page.next()));
    }

    private static @Nullable LocalDate sound(String field, @Nullable LocalDate day) {
        ReportFilter.requireSound(field, day);
        return day;
    }

    private Period period(View view, @Nullable LocalDate day) {
        if (view.version().rules().cycle() == ReportCycle.NONE) {
            throw ReportProblem.NO_CYCLE.problem();
        }
        Instant now = periods.now();
        Period period = day == null ? view.rules().at(now) : view.rules().of(day);
        if (period.from().isAfter(view.rules().today(now))) {
            throw ReportProblem.NOT_YET.problem();
        }
        return period;
    }

    private static ReportedState state(@Nullable SentReport report) {
        return report == null ? ReportedState.MISSING : report.late() ? ReportedState.LATE : ReportedState.SENT;
    }

    private ReportPeriodCount count(View view, Period period, Map<Long, SentReport> sent) {
        Set<Long> must = view.mustFor(period);
        int reported = 0;
        int late = 0;
        int voluntary = 0;
        for (Map.Entry<Long, SentReport> entry : sent.entrySet()) {
            if (must.contains(entry.getKey())) {
                reported++;
                late += entry.getValue().late() ? 1 : 0;
            } else if (view.holds(entry.getKey())) {
                voluntary++;
            }
        }
        ReportPeriodView shown = ReportPeriodView.of(view.rules(), period, periods.now());
        return new ReportPeriodCount(shown, must.size(), reported, late, must.size() - reported, voluntary);
    }

    private List<ReportOverviewLine> lines(Actor actor, View view, List<Long> people, Map<Long, SentReport> sent) {
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, String> places = departmentNames(actor, people);
        Set<Long> readable = readable(actor, view, people, sent);
        return people.stream()
                .filter(cards::containsKey)
                .map(person -> {
                    SentReport report = sent.get(person);
                    return new ReportOverviewLine(
                            Objects.requireNonNull(cards.get(person)),
                            places.getOrDefault(person, ""),
                            state(report),
                            report == null ? null : report.at(),
                            report == null || !readable.contains(report.id()) ? null : report.id());
                })
                .toList();
    }

    private Set<Long> readable(Actor actor, View view, List<Long> people, Map<Long, SentReport> sent) {
        List<Long> reports = people.stream()
                .map(sent::get)
                .filter(Objects::nonNull)
                .map(SentReport::id)
                .toList();
        return new HashSet<>(view.template().showsAllTo(actor) ? reports : readers.readable(actor, reports));
    }

    /** Of the main departments. */
    Map<Long, String> departmentNames(Actor actor, Collection<Long> people) {
        Map<Long, Long> mains = departments.mains(actor.orgId(), people);
        Map<Long, String> names = departments.names(actor.orgId(), new HashSet<>(mains.values()));
        Map<Long, String> found = new HashMap<>();
        mains.forEach((person, place) -> found.put(person, names.getOrDefault(place, "")));
        return found;
    }

    /** The last periods, newest first. */
    List<ReportPeriodCount> periods(Actor actor, long templateId, @Nullable LocalDate before, @Nullable Integer limit) {
        int count = Limits.page(limit, 7, PERIODS_MAX);
        LocalDate day = sound("before", before);
        LocalDate newest = day == null ? periods.now().atZone(actor.zone()).toLocalDate() : day;
        View view = scope.require(actor, templateId, null, newest.minusMonths(count + 1L));
        Period last = before == null ? period(view, null) : period(view, before).previous();
        Period first = last;
        for (int i = 1; i < count; i++) {
            first = first.previous();
        }
        return counts(view, actor.orgId(), first.from(), last.from()).reversed();
    }

    /** All periods that begin between two days, oldest first; none that has not begun. */
    List<ReportPeriodCount> counts(View view, long orgId, LocalDate from, LocalDate until) {
        OverviewStore.Span span = new OverviewStore.Span(orgId, view.template().id(), from, until, view.people());
        Map<LocalDate, OverviewStore.PeriodRow> rows = new TreeMap<>();
        store.byPeriod(span, view).forEach(row -> rows.put(row.from(), row));
        List<ReportPeriodCount> counts = new ArrayList<>();
        Instant now = periods.now();
        LocalDate end = until.isAfter(view.rules().today(now)) ? view.rules().today(now) : until;
        for (Period at = view.rules().of(from); !at.from().isAfter(end); at = at.next()) {
            if (!at.from().isBefore(from)) {
                counts.add(count(view, at, rows.get(at.from()), now));
            }
        }
        return counts;
    }

    private static ReportPeriodCount count(
            View view, Period period, OverviewStore.@Nullable PeriodRow row, Instant now) {
        int must = view.countFor(period);
        int sent = row == null ? 0 : row.sent();
        int due = row == null || must == 0 ? 0 : row.due();
        return new ReportPeriodCount(
                ReportPeriodView.of(view.rules(), period, now),
                must,
                due,
                row == null ? 0 : row.late(),
                must - due,
                sent - due);
    }

    /** A DING to those who have not reported; it leads them to the form. */
    @Transactional
    public ReportDingView ding(Actor actor, long templateId, ReportDingRequest request) {
        View view = scope.require(actor, templateId, null, sound("day", request.day()));
        Period period = period(view, request.day());
        Map<Long, SentReport> sent = store.sent(actor.orgId(), templateId, period.from());
        Set<Long> missing = new HashSet<>(view.mustFor(period));
        missing.removeAll(sent.keySet());
        missing.remove(actor.principalId());
        if (request.members() != null) {
            missing.retainAll(request.members());
        }
        if (missing.isEmpty()) {
            throw ReportProblem.NOBODY_MISSING.problem();
        }
        if (missing.size() > DINGED_MAX) {
            throw ReportProblem.TOO_MANY_PEOPLE.problem("max", DINGED_MAX);
        }
        ReportWords words = ReportWords.of(actor.locale());
        String title = words.title(view.template().name(), period);
        DingDraft draft = DingDraft.of("report-" + request.key(), words.ding(title), Range.of(missing));
        return new ReportDingView(
                dings.send(actor, draft, DingOrigin.report(templateId, title)).id(), missing.size());
    }
}
