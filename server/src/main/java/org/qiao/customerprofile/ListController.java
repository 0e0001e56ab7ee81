package org.qiao.customerprofile;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customerprofile.CustomerLists.Search;
import org.qiao.customerprofile.LineFilter.LineOrder;
import org.qiao.customerprofile.LineFilter.LineScope;
import org.qiao.customerprofile.ListViews.CustomerCount;
import org.qiao.customerprofile.ListViews.CustomerListLine;
import org.qiao.customerprofile.ListViews.CustomerScopes;
import org.qiao.customerprofile.ListViews.DuplicateView;
import org.qiao.customerprofile.ListViews.ExportView;
import org.qiao.customerprofile.ListViews.SegmentRequest;
import org.qiao.customerprofile.ListViews.SegmentView;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
class ListController {

    private final CustomerLists lists;
    private final Segments segments;
    private final Duplicates duplicates;
    private final ListExport export;
    private final FilterReading filters;

    ListController(
            CustomerLists lists, Segments segments, Duplicates duplicates, ListExport export, FilterReading filters) {
        this.lists = lists;
        this.segments = segments;
        this.duplicates = duplicates;
        this.export = export;
        this.filters = filters;
    }

    @GetMapping("/api/customer-scopes")
    CustomerScopes scopes(Actor actor) {
        return new CustomerScopes(lists.scopes(actor));
    }

    @GetMapping("/api/customer-lists/{scope}")
    Page<CustomerListLine> list(
            Actor actor,
            @PathVariable LineScope scope,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(defaultValue = "ACTIVE") LineOrder order,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.list(actor, new Search(scope, filters.read(filter), order), after, limit);
    }

    @GetMapping("/api/customer-lists/{scope}/count")
    CustomerCount count(
            Actor actor, @PathVariable LineScope scope, @RequestParam(required = false) @Nullable String filter) {
        return new CustomerCount(lists.count(actor, new Search(scope, filters.read(filter), LineOrder.ACTIVE)));
    }

    @GetMapping("/api/customer-lists/{scope}/export.xlsx")
    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = Download.XLSX, schema = @Schema(format = "binary")))
    void export(
            Actor actor,
            @PathVariable LineScope scope,
            @RequestParam(required = false) @Nullable String filter,
            @RequestParam(defaultValue = "ACTIVE") LineOrder order,
            HttpServletResponse response)
            throws IOException {
        export.write(
                actor,
                new Search(scope, filters.read(filter), order),
                () -> Download.open(response, "customers.xlsx", Download.XLSX));
    }

    @GetMapping("/api/customer-lists/{scope}/duplicates")
    Page<DuplicateView> duplicates(
            Actor actor,
            @PathVariable LineScope scope,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return duplicates.list(actor, scope, after, limit);
    }

    @GetMapping("/api/admin/customer-exports")
    Page<ExportView> exports(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return export.list(actor, after, limit);
    }

    @GetMapping("/api/customer-segments")
    List<SegmentView> segments(Actor actor) {
        return segments.list(actor);
    }

    @PostMapping("/api/customer-segments")
    @ResponseStatus(HttpStatus.CREATED)
    SegmentView addSegment(Actor actor, @Valid @RequestBody SegmentRequest body) {
        return segments.add(actor, body);
    }

    @PutMapping("/api/customer-segments/{id}")
    SegmentView changeSegment(Actor actor, @PathVariable long id, @Valid @RequestBody SegmentRequest body) {
        return segments.change(actor, id, body);
    }

    @DeleteMapping("/api/customer-segments/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteSegment(Actor actor, @PathVariable long id) {
        segments.delete(actor, id);
    }
}
