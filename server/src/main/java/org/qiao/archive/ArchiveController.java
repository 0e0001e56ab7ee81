package org.qiao.archive;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.archive.Archive.Question;
import org.qiao.archive.ArchiveRules.ArchiveSelf;
import org.qiao.archive.ArchiveRules.ArchiveSettingView;
import org.qiao.archive.ArchiveViews.ArchivedMessage;
import org.qiao.archive.ArchiveViews.ArchivedThread;
import org.qiao.archive.Auditors.ArchiveAuditor;
import org.qiao.archive.Looks.ArchiveLookView;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/archive")
class ArchiveController {

    private final ArchiveRules rules;
    private final Auditors auditors;
    private final Archive archive;
    private final ArchiveExport export;
    private final Looks looks;

    ArchiveController(ArchiveRules rules, Auditors auditors, Archive archive, ArchiveExport export, Looks looks) {
        this.rules = rules;
        this.auditors = auditors;
        this.archive = archive;
        this.export = export;
        this.looks = looks;
    }

    @GetMapping("/me")
    ArchiveSelf self(Actor actor) {
        return rules.self(actor);
    }

    @GetMapping("/settings")
    ArchiveSettingView settings(Actor actor) {
        return rules.settings(actor);
    }

    @PutMapping("/settings")
    ArchiveSettingView setSettings(Actor actor, @Valid @RequestBody ArchiveSettings body) {
        return rules.set(actor, body);
    }

    @GetMapping("/auditors")
    List<ArchiveAuditor> auditors(Actor actor) {
        return auditors.list(actor);
    }

    @PutMapping("/auditors/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void appoint(Actor actor, @PathVariable long id) {
        auditors.appoint(actor, id);
    }

    @DeleteMapping("/auditors/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void dismiss(Actor actor, @PathVariable long id) {
        auditors.dismiss(actor, id);
    }

    @GetMapping("/looks")
    Page<ArchiveLookView> looks(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return looks.list(actor, after, limit);
    }

    @GetMapping("/threads")
    Page<ArchivedThread> threads(
            Actor actor,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "false") boolean groups,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return archive.threads(actor, new Question(member, customer, since, until, groups), after, limit);
    }

    @GetMapping("/messages")
    Page<ArchivedMessage> search(
            Actor actor,
            @RequestParam String q,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable Long customer,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable Instant until,
            @RequestParam(defaultValue = "false") boolean groups,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return archive.search(actor, q, new Question(member, customer, since, until, groups), after, limit);
    }

    @GetMapping("/threads/{id}")
    ArchivedThread thread(Actor actor, @PathVariable long id) {
        return archive.thread(actor, id);
    }

    @GetMapping("/threads/{id}/messages")
    Page<ArchivedMessage> messages(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String before,
            @RequestParam(required = false) @Nullable Integer limit) {
        return archive.messages(actor, id, before, limit);
    }

    @PostMapping("/threads/{id}/messages/{seq}/ticket")
    Ticket ticket(Actor actor, @PathVariable long id, @PathVariable long seq) {
        return archive.ticket(actor, id, seq);
    }

    @GetMapping("/threads/{id}/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        export.write(actor, id, () -> Download.open(response, "chat-" + id + ".xlsx", Download.XLSX));
    }
}
