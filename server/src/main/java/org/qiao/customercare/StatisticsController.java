package org.qiao.customercare;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customercare.CareStatistics.CareMemberView;
import org.qiao.customercare.CareStatistics.CareOrder;
import org.qiao.customercare.CareStatistics.CareStatisticsView;
import org.qiao.customercare.CareStatistics.Query;
import org.qiao.customercare.CareStatistics.Sorting;
import org.qiao.customercare.CareViews.CareExportView;
import org.qiao.customercare.CareViews.CareRecountRequest;
import org.qiao.customercare.CareViews.CareRecountView;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class StatisticsController {

    private final CareStatistics statistics;
    private final StatisticsExport export;
    private final Recounts recounts;

    StatisticsController(CareStatistics statistics, StatisticsExport export, Recounts recounts) {
        this.statistics = statistics;
        this.export = export;
        this.recounts = recounts;
    }

    @GetMapping("/api/customer-care/statistics/{scope}")
    CareStatisticsView get(
            Actor actor,
            @PathVariable CareScope scope,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department) {
        return statistics.get(actor, Query.of(scope, department, from, until));
    }

    @GetMapping("/api/customer-care/statistics/{scope}/members")
    Page<CareMemberView> members(
            Actor actor,
            @PathVariable CareScope scope,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department,
            @RequestParam(defaultValue = "CHATS") CareOrder order,
            @RequestParam(defaultValue = "false") boolean reversed,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Query query = Query.of(scope, department, from, until);
        return statistics.members(actor, query, new Sorting(order, reversed), after, limit);
    }

    @GetMapping("/api/customer-care/statistics/{scope}/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(
            Actor actor,
            @PathVariable CareScope scope,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until,
            @RequestParam(required = false) @Nullable Long department,
            HttpServletResponse response)
            throws IOException {
        export.write(
                actor,
                Query.of(scope, department, from, until),
                () -> Download.open(response, "customer-statistics.xlsx", Download.XLSX));
    }

    @GetMapping("/api/admin/customer-care/exports")
    Page<CareExportView> exports(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return export.list(actor, after, limit);
    }

    @GetMapping("/api/admin/customer-care/recounts")
    List<CareRecountView> recounts(Actor actor) {
        return recounts.list(actor);
    }

    @PostMapping("/api/admin/customer-care/recounts")
    List<CareRecountView> recount(Actor actor, @Valid @RequestBody CareRecountRequest body) {
        return recounts.ask(actor, body.day());
    }
}
