package org.qiao.approval;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What those who manage the data of templates take out of it. For others it is empty. */
@RestController
@RequestMapping("/api")
class ManageController {

    private final Statistics statistics;
    private final Export export;

    ManageController(Statistics statistics, Export export) {
        this.statistics = statistics;
        this.export = export;
    }

    @GetMapping("/approval-statistics")
    Statistics.StatisticsView statistics(
            Actor actor,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam LocalDate from,
            @RequestParam LocalDate until) {
        return statistics.of(actor, template, from, until);
    }

    @GetMapping("/approvals/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(
            Actor actor,
            @RequestParam(required = false) Approval.@Nullable State state,
            @RequestParam(required = false) @Nullable Long template,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant until,
            HttpServletResponse response)
            throws IOException {
        ListFilter filter = new ListFilter(state, template, null, q, from, until, false);
        export.write(actor, filter, Download.open(response, "approvals.xlsx", Download.XLSX));
    }
}
