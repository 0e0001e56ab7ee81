package org.qiao.report;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Card;
import org.qiao.platform.Page;
import org.qiao.report.ReportFormViews.ReportPeriodView;
import org.qiao.reporttemplate.ReportCycle;

/** What those see who look at many reports. */
final class OverviewViews {

    private OverviewViews() {}

    enum ReportedState {
        MISSING,
        SENT,
        LATE
    }

    enum ReportPer {
        DAY,
        WEEK,
        MONTH
    }

    /** @param all false: only of the actor's own people */
    record ReportOverviewCard(long id, String name, String icon, ReportCycle cycle, boolean all) {}

    /**
     * A period in numbers.
     *
     * @param must how many have to report
     * @param sent how many of those have, late ones too
     * @param voluntary reports of others
     */
    record ReportPeriodCount(ReportPeriodView period, int must, int sent, int late, int missing, int voluntary) {}

    record ReportOverview(ReportPeriodCount count, Page<ReportOverviewLine> people) {}

    /** @param reportId where the actor may read it */
    record ReportOverviewLine(
            Card member,
            String department,
            ReportedState state,
            @Nullable Instant sentAt,
            @Nullable Long reportId) {}

    record ReportDingView(long dingId, int people) {}

    record ReportStatisticsView(
            int must,
            int sent,
            int late,
            int missing,
            List<ReportPeriodCount> periods,
            List<ReportTeamLine> teams,
            List<ReportFieldCard> fields) {

        ReportStatisticsView {
            periods = List.copyOf(periods);
            teams = List.copyOf(teams);
            fields = List.copyOf(fields);
        }
    }

    /** @param departmentId null: without one when they reported */
    record ReportTeamLine(@Nullable Long departmentId, String name, int sent, int late, int authors) {}

    record ReportFieldCard(String key, String label, String unit) {}

    /** @param sums decimal strings by field */
    record ReportPersonLine(
            Card member, String department, int must, int sent, int late, int missing, Map<String, String> sums) {

        ReportPersonLine {
            sums = Map.copyOf(sums);
        }
    }

    record ReportFieldSeries(String field, String label, String unit, List<ReportPoint> points) {

        ReportFieldSeries {
            points = List.copyOf(points);
        }
    }

    record ReportPoint(LocalDate from, String sum, String average, int count) {}
}
