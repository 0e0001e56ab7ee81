package org.qiao.ding;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.dingrule.Way;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What a sender does with his DINGs, and those that come again. */
@RestController
@RequestMapping("/api")
class BoardController {

    private final Board board;
    private final SentDings sent;
    private final Inbox inbox;
    private final BoardExport export;
    private final Schedules schedules;
    private final Clients clients;

    BoardController(
            Board board, SentDings sent, Inbox inbox, BoardExport export, Schedules schedules, Clients clients) {
        this.board = board;
        this.sent = sent;
        this.inbox = inbox;
        this.export = export;
        this.schedules = schedules;
        this.clients = clients;
    }

    /** Body of POST /api/dings/{id}/remind. @param ways null: those of the ladder's first step */
    record RemindRequest(@Nullable Set<@NotNull Way> ways) {}

    @GetMapping("/dings/{id}/recipients")
    Page<Board.RecipientView> recipients(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "ALL") Board.Filter filter,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return board.list(actor, id, filter, after, limit);
    }

    @PostMapping("/dings/{id}/remind")
    DingView remind(Actor actor, @PathVariable long id, @Valid @RequestBody RemindRequest body) {
        sent.remind(actor, id, body.ways());
        return inbox.open(actor, id);
    }

    @PostMapping("/dings/{id}/recall")
    DingView recall(Actor actor, @PathVariable long id) {
        sent.recall(actor, id);
        return inbox.open(actor, id);
    }

    @GetMapping("/dings/{id}/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        Ding ding = export.require(actor, id);
        export.write(actor, ding, Download.open(response, "ding.xlsx", Download.XLSX));
    }

    @PostMapping("/ding-schedules")
    @ResponseStatus(HttpStatus.CREATED)
    Schedules.ScheduleView schedule(
            Actor actor, @Valid @RequestBody Schedules.ScheduleRequest body, HttpServletRequest request) {
        return schedules.create(actor, body, clients.base(request));
    }

    @GetMapping("/ding-schedules")
    Page<Schedules.ScheduleView> schedules(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return schedules.list(actor, after, limit);
    }

    @DeleteMapping("/ding-schedules/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void stop(Actor actor, @PathVariable long id) {
        schedules.stop(actor, id);
    }
}
