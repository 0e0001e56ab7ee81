package org.qiao.masssend;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.masssend.MassLists.MassBox;
import org.qiao.masssend.MassLists.Query;
import org.qiao.masssend.MassRequests.MassConfirmRequest;
import org.qiao.masssend.MassRequests.MassRequest;
import org.qiao.masssend.MassViews.MassLine;
import org.qiao.masssend.MassViews.MassOptOut;
import org.qiao.masssend.MassViews.MassPreview;
import org.qiao.masssend.MassViews.MassRecipientView;
import org.qiao.masssend.MassViews.MassShareView;
import org.qiao.masssend.MassViews.MassView;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class MassController {

    private final MassMessages messages;
    private final MassLists lists;
    private final MassExport export;
    private final MassRules rules;
    private final OptOuts optOuts;

    MassController(MassMessages messages, MassLists lists, MassExport export, MassRules rules, OptOuts optOuts) {
        this.messages = messages;
        this.lists = lists;
        this.export = export;
        this.rules = rules;
        this.optOuts = optOuts;
    }

    @PostMapping("/api/mass-messages/preview")
    MassPreview preview(Actor actor, @Valid @RequestBody MassRequest body) {
        return messages.preview(actor, body);
    }

    @PostMapping("/api/mass-messages")
    @ResponseStatus(HttpStatus.CREATED)
    MassView write(Actor actor, @Valid @RequestBody MassRequest body) {
        return lists.get(actor, messages.write(actor, body));
    }

    @GetMapping("/api/mass-messages")
    Page<MassLine> list(
            Actor actor,
            @RequestParam(defaultValue = "MINE") MassBox box,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(actor, box, after, limit);
    }

    @GetMapping("/api/mass-messages/{id}")
    MassView get(Actor actor, @PathVariable long id) {
        return lists.get(actor, id);
    }

    @GetMapping("/api/mass-messages/{id}/recipients")
    Page<MassRecipientView> recipients(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MassResult result,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.recipients(actor, id, new Query(result, member), after, limit);
    }

    @GetMapping("/api/mass-messages/{id}/shares")
    Page<MassShareView> shares(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.shares(actor, id, after, limit);
    }

    @GetMapping("/api/mass-messages/{id}/files/{fileId}")
    Ticket file(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return lists.file(actor, id, fileId);
    }

    @GetMapping("/api/mass-messages/{id}/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        Mass mass = export.start(actor, id);
        export.write(actor, mass, () -> Download.open(response, "mass-message-" + id + ".xlsx", Download.XLSX));
    }

    @PostMapping("/api/mass-messages/{id}/confirm")
    MassView confirm(Actor actor, @PathVariable long id, @Valid @RequestBody MassConfirmRequest body) {
        messages.confirm(actor, id, body);
        return lists.get(actor, id);
    }

    @PostMapping("/api/mass-messages/{id}/remind")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(Actor actor, @PathVariable long id) {
        messages.remind(actor, id);
    }

    @PostMapping("/api/mass-messages/{id}/cancel")
    MassView cancel(Actor actor, @PathVariable long id) {
        messages.cancel(actor, id);
        return lists.get(actor, id);
    }

    @PostMapping("/api/mass-messages/{id}/recall")
    MassView recall(Actor actor, @PathVariable long id) {
        messages.recall(actor, id);
        return lists.get(actor, id);
    }

    /** Everybody may know the rules he is under. */
    @GetMapping("/api/mass-messages/settings")
    MassSettings settings(Actor actor) {
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/mass-messages/settings")
    MassSettings setSettings(Actor actor, @Valid @RequestBody MassSettings body) {
        return rules.set(actor, body);
    }

    /** Whether a customer wants none, for whoever may look at him. */
    @GetMapping("/api/customers/{id}/mass-opt-out")
    MassOptOut optOut(Actor actor, @PathVariable long id) {
        return optOuts.get(actor, id);
    }
}
