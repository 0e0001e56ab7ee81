package org.qiao.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.directory.Departments;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.report.OverviewStore.PersonRow;
import org.qiao.report.OverviewStore.Span;
import org.qiao.report.OverviewStore.TeamRow;
import org.qiao.report.OverviewViews.ReportFieldCard;
import org.qiao.report.OverviewViews.ReportFieldSeries;
import org.qiao.report.OverviewViews.ReportPer;
import org.qiao.report.OverviewViews.ReportPeriodCount;
import org.qiao.report.OverviewViews.ReportPersonLine;
import org.qiao.report.OverviewViews.ReportPoint;
import org.qiao.report.OverviewViews.ReportStatisticsView;
import org.qiao.report.OverviewViews.ReportTeamLine;
import org.qiao.report.ReportFillings.Summed;
import org.qiao.report.ReportScope.View;
import org.qiao.reporttemplate.ReportCycle;
import org.springframework.stereotype.Service;

/** What many reports say over time: who writes and who does not, and the numbers in them. */
@Service
class ReportStatistics {

    private static final int DAYS_MAX = 366;
    private static final int AVERAGE_DIGITS = 4;

    private final ReportScope scope;
    private final Overviews overviews;
    private final OverviewStore store;
    private final Members members;
    private final Departments departments;

    ReportStatistics(
            ReportScope scope, Overviews overviews, OverviewStore store, Members members, Departments departments) {
        this.scope = scope;
        this.overviews = overviews;
        this.store = store;
        this.members = members;
        this.departments = departments;
    }

    /**
     * Periods of a template that begin between two days.
     *
     * @param until included
     * @param department of those who are in it or below it now; null: all
     */
    record Days(
            long template,
            LocalDate from,
            LocalDate until,
            @Nullable Long department) {

        Days {
            ReportFilter.requireSound("from", from);
            ReportFilter.requireSound("until", until);
            Limits.requireSpan(from, until, DAYS_MAX);
        }
    }

    private View view(Actor actor, Days days) {
        return scope.require(actor, days.template(), days.department(), days.from());
    }

    private static Span span(Actor actor, Days days, View view) {
        return new Span(actor.orgId(), days.template(), days.from(), days.until(), view.people());
    }

    ReportStatisticsView of(Actor actor, Days days) {
        View view = view(actor, days);
        Span span = span(actor, days, view);
        List<ReportPeriodCount> periods = periods(actor, days, view);
        List<TeamRow> teams = store.byTeam(span);
        int sent = teams.stream().mapToInt(TeamRow::sent).sum();
        int late = teams.stream().mapToInt(TeamRow::late).sum();
        return new ReportStatisticsView(
                periods.stream().mapToInt(ReportPeriodCount::must).sum(),
                sent,
                late,
                periods.stream().mapToInt(ReportPeriodCount::missing).sum(),
                periods,
                teams(actor, teams),
                ReportFillings.summed(view.version().form()).stream()
                        .map(each -> new ReportFieldCard(each.key(), each.label(), each.unit()))
                        .toList());
    }

    private List<ReportPeriodCount> periods(Actor actor, Days days, View view) {
        return view.version().rules().cycle() == ReportCycle.NONE
                ? List.of()
                : overviews.counts(view, actor.orgId(), days.from(), days.until());
    }

    private List<ReportTeamLine> teams(Actor actor, List<TeamRow> rows) {
        Set<Long> ids = new HashSet<>();
        rows.stream().map(TeamRow::departmentId).filter(Objects::nonNull).forEach(ids::add);
        Map<Long, String> names = departments.names(actor.orgId(), ids);
        return rows.stream()
                .map(row -> new ReportTeamLine(
                        row.departmentId(),
                        row.departmentId() == null ? "" : names.getOrDefault(row.departmentId(), ""),
                        row.sent(),
                        row.late(),
                        row.authors()))
                .toList();
    }

    /** Who has to report and who has, in the order of their ids. */
    Page<ReportPersonLine> people(Actor actor, Days days, @Nullable String after, @Nullable Integer limit) {
        int size = Limits.page(limit);
        long from = Limits.key(after, 0);
        View view = view(actor, days);
        Map<Long, PersonRow> written = store.byPerson(span(actor, days, view));
        TreeSet<Long> all = new TreeSet<>(view.must());
        all.addAll(written.keySet());
        Page<Long> page = Page.cut(
                all.tailSet(from, false).stream().limit(size + 1L).toList(), size, person -> Long.toString(person));
        Span shown = new Span(actor.orgId(), days.template(), days.from(), days.until(), page.items());
        List<LocalDate> due = periods(actor, days, view).stream()
                .filter(count -> count.must() > 0)
                .map(count -> count.period().from())
                .toList();
        Found found = new Found(view, due, written, store.sentDue(shown, view, due), store.sums(shown));
        return new Page<>(lines(actor, page.items(), found), page.next());
    }

    private record Found(
            View view,
            List<LocalDate> due,
            Map<Long, PersonRow> written,
            Map<Long, Integer> sentDue,
            Map<Long, Map<String, BigDecimal>> sums) {}

    private List<ReportPersonLine> lines(Actor actor, List<Long> people, Found found) {
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, String> places = overviews.departmentNames(actor, people);
        return people.stream()
                .filter(cards::containsKey)
                .map(person -> {
                    int must = (int) found.due().stream()
                            .filter(day -> found.view().hadToFor(person, day))
                            .count();
                    PersonRow row = found.written().getOrDefault(person, new PersonRow(0, 0));
                    int missing = must == 0 ? 0 : must - found.sentDue().getOrDefault(person, 0);
                    Map<String, String> sums = new HashMap<>();
                    found.sums().getOrDefault(person, Map.of()).forEach((key, sum) -> sums.put(key, plain(sum)));
                    return new ReportPersonLine(
                            Objects.requireNonNull(cards.get(person)),
                            places.getOrDefault(person, ""),
                            must,
                            row.sent(),
                            row.late(),
                            missing,
                            sums);
                })
                .toList();
    }

    /** Sum and average of one field, step by step. */
    ReportFieldSeries series(Actor actor, Days days, String field, ReportPer per) {
        View view = view(actor, days);
        Summed summed = ReportFillings.summed(view.version().form()).stream()
                .filter(each -> each.key().equals(field))
                .findFirst()
                .orElseThrow(ReportProblem.UNKNOWN_FIELD::problem);
        List<ReportPoint> points =
                store.series(span(actor, days, view), field, per.name().toLowerCase(Locale.ROOT)).stream()
                        .map(point -> new ReportPoint(
                                point.from(),
                                plain(point.sum()),
                                plain(point.average().setScale(AVERAGE_DIGITS, RoundingMode.HALF_UP)),
                                point.count()))
                        .toList();
        return new ReportFieldSeries(summed.key(), summed.label(), summed.unit(), points);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
