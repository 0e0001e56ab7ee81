package org.qiao.directoryimport;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api")
class ImportController {

    private final Imports imports;
    private final Exports exports;

    ImportController(Imports imports, Exports exports) {
        this.imports = imports;
        this.exports = exports;
    }

    /** Body of POST /api/imports/{id}/run. */
    record RunRequest(@NotNull Boolean skipBad) {}

    /** The body is the file itself, of any media type. */
    @PostMapping("/imports")
    @ResponseStatus(HttpStatus.CREATED)
    @RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    ImportView upload(Actor actor, @RequestParam String name, HttpServletRequest request) throws IOException {
        if (request.getContentLengthLong() > Imports.BYTES_MAX) {
            throw ImportProblem.TOO_LARGE.problem("max", Imports.BYTES_MAX);
        }
        return imports.upload(actor, name, request.getInputStream());
    }

    @GetMapping("/imports/{id}")
    ImportView get(Actor actor, @PathVariable long id) {
        return imports.get(actor, id);
    }

    @GetMapping("/imports/{id}/problems")
    Page<RowProblem> problems(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.problems(actor, id, after, limit);
    }

    @PostMapping("/imports/{id}/run")
    @ResponseStatus(HttpStatus.ACCEPTED)
    ImportView run(
            Actor actor,
            @PathVariable long id,
            @Valid @org.springframework.web.bind.annotation.RequestBody RunRequest body) {
        return imports.run(actor, id, body.skipBad());
    }

    @GetMapping("/imports/template.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void template(Actor actor, HttpServletResponse response) throws IOException {
        requireAdmin(actor);
        exports.template(actor, Download.open(response, "members-template.xlsx", Download.XLSX));
    }

    @GetMapping("/members/export")
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")),
                @Content(mediaType = Download.CSV, schema = @Schema(type = "string"))
            })
    void export(Actor actor, @RequestParam(defaultValue = "xlsx") String format, HttpServletResponse response)
            throws IOException {
        requireAdmin(actor);
        switch (format) {
            case "csv" -> exports.csv(actor, Download.open(response, "members.csv", Download.CSV));
            case "xlsx" -> exports.xlsx(actor, Download.open(response, "members.xlsx", Download.XLSX));
            default -> throw PlatformProblem.INVALID.problem("field", "format");
        }
    }

    /** Before the first byte: afterwards the status could not say it any more. */
    private static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ImportProblem.NOT_ALLOWED.problem();
        }
    }
}
