package org.qiao.customerimport;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.qiao.customerimport.CustomerImports.Wanted;
import org.qiao.customerimport.ImportJob.Known;
import org.qiao.customerimport.ImportJob.RowState;
import org.qiao.platform.Actor;
import org.qiao.platform.Download;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customer-imports")
class CustomerImportController {

    private final CustomerImports imports;
    private final ImportSheets sheets;

    CustomerImportController(CustomerImports imports, ImportSheets sheets) {
        this.imports = imports;
        this.sheets = sheets;
    }

    /** Body of POST …/{id}/start. */
    record CustomerImportStart(@NotNull Known known) {}

    /** The body is the file itself, Excel or CSV, of any media type. Nothing is written but what the file says. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_OCTET_STREAM_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    CustomerImportView upload(
            Actor actor,
            @RequestParam String name,
            @RequestParam(required = false) @Nullable Long member,
            HttpServletRequest request)
            throws IOException {
        return imports.upload(actor, new Wanted(name, member), request.getInputStream());
    }

    @GetMapping
    Page<CustomerImportView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.list(actor, after, limit);
    }

    @GetMapping("/{id}")
    CustomerImportView get(Actor actor, @PathVariable long id) {
        return imports.get(actor, id);
    }

    @GetMapping("/{id}/rows")
    Page<CustomerImportRow> rows(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable RowState state,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return imports.rows(actor, id, state, after, limit);
    }

    @PostMapping("/{id}/start")
    CustomerImportView start(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerImportStart body) {
        return imports.start(actor, id, body.known());
    }

    @PostMapping("/{id}/cancel")
    CustomerImportView cancel(Actor actor, @PathVariable long id) {
        return imports.cancel(actor, id);
    }

    @GetMapping("/template.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void template(Actor actor, HttpServletResponse response) throws IOException {
        CustomerImports.requireAdmin(actor);
        sheets.template(actor, Download.open(response, "customers-template.xlsx", Download.XLSX));
    }

    /** Every row with what came of it, and why. */
    @GetMapping("/{id}/result.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void result(Actor actor, @PathVariable long id, HttpServletResponse response) throws IOException {
        ImportJob job = imports.require(actor, id);
        sheets.result(actor, job, Download.open(response, "customers-result.xlsx", Download.XLSX));
    }
}
