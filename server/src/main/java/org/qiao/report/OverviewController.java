package org.qiao.report;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.qiao.report.OverviewViews.ReportDingView;
import org.qiao.report.OverviewViews.ReportFieldSeries;
import org.qiao.report.OverviewViews.ReportOverview;
import org.qiao.report.OverviewViews.ReportOverviewCard;
import org.qiao.report.OverviewViews.ReportPer;
import org.qiao.report.OverviewViews.ReportPeriodCount;
import org.qiao.report.OverviewViews.ReportPersonLine;
import org.qiao.report.OverviewViews.ReportStatisticsView;
import org.qiao.report.OverviewViews.ReportedState;
import org.qiao.report.ReportRequests.ReportDingRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Who has reported, and what the numbers say: for data managers, and for superiors about their people. */
@RestController
@RequestMapping("/api")
class OverviewController {

    private final ReportScope scope;
    private final Overviews overviews;
    private final ReportStatistics statistics;
    private final ReportExport export;

    OverviewController(ReportScope scope, Overviews overviews, ReportStatistics statistics, ReportExport export) {
        this.scope = scope;
        this.overviews = overviews;
        this.statistics = statistics;
        this.export = export;
    }

    @GetMapping("/report-overviews")
    Page<ReportOverviewCard> list(Actor actor) {
        return new Page<>(scope.list(actor), null);
    }

    @GetMapping("/report-templates/{id}/periods")
    Page<ReportPeriodCount> periods(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate before,
            @RequestParam(required = false) @Nullable Integer limit) {
        return new Page<>(overviews.periods(actor, id, before, limit), null);
    }

    @GetMapping("/report-templates/{id}/overview")
    ReportOverview overview(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable LocalDate day,
            @RequestParam(required = false) @Nullable ReportedState state,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return overviews.of(actor, id, new Overviews.Query(day, state, department, after, limit));
    }

    @PostMapping("/report-templates/{id}/dings")
    ReportDingView ding(Actor actor, @PathVariable long id, @Valid @RequestBody ReportDingRequest body) {
        return overviews.ding(actor, id, body);
    }

    @GetMapping("/report-statistics")
    ReportStatisticsView statistics(
            Actor actor,
            @RequestParam long template,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department) {
        return statistics.of(actor, new ReportStatistics.Days(template, from, until, department));
    }

    @GetMapping("/report-statistics/people")
    Page<ReportPersonLine> people(
            Actor actor,
            @RequestParam long template,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return statistics.people(actor, new ReportStatistics.Days(template, from, until, department), after, limit);
    }

    @GetMapping("/report-statistics/fields")
    ReportFieldSeries series(
            Actor actor,
            @RequestParam long template,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam String field,
            @RequestParam(defaultValue = "DAY") ReportPer per) {
        return statistics.series(actor, new ReportStatistics.Days(template, from, until, department), field, per);
    }

    @GetMapping("/reports/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(
            Actor actor,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(required = false) @Nullable Long author,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate until,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        ReportFilter filter = new ReportFilter(template, author, department, from, until, false, q);
        export.write(actor, filter, Download.open(response, "reports.xlsx", Download.XLSX));
    }
}
