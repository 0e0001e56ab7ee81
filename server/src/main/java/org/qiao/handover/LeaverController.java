package org.qiao.handover;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.handover.HandOverRequests.GroupsRequest;
import org.qiao.handover.HandOverRequests.PassOnRequest;
import org.qiao.handover.HandOverRequests.PassOnResults;
import org.qiao.handover.HandOverRequests.SpreadRequest;
import org.qiao.handover.HandOverRequests.WaysRequest;
import org.qiao.handover.HandOverRequests.WaysResult;
import org.qiao.handover.LeaverGroups.LeaverGroup;
import org.qiao.handover.Leavers.LeaverView;
import org.qiao.handover.Leavers.UnassignedLine;
import org.qiao.handover.RunStore.HandOverRunView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/handovers")
class LeaverController {

    private final Leavers leavers;
    private final Runs runs;
    private final LeaverGroups groups;

    LeaverController(Leavers leavers, Runs runs, LeaverGroups groups) {
        this.leavers = leavers;
        this.runs = runs;
        this.groups = groups;
    }

    @GetMapping("/leavers")
    Page<LeaverView> list(
            Actor actor,
            @RequestParam(defaultValue = "true") boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return leavers.list(actor, open, after, limit);
    }

    @GetMapping("/leavers/{id}")
    LeaverView get(Actor actor, @PathVariable long id) {
        return leavers.get(actor, id);
    }

    @GetMapping("/leavers/{id}/customers")
    Page<UnassignedLine> customers(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return leavers.customers(actor, id, after, limit);
    }

    @PostMapping("/leavers/{id}/assign")
    PassOnResults assign(Actor actor, @PathVariable long id, @Valid @RequestBody PassOnRequest body) {
        return leavers.assign(actor, id, body);
    }

    @PostMapping("/leavers/{id}/ways")
    WaysResult ways(Actor actor, @PathVariable long id, @Valid @RequestBody WaysRequest body) {
        return new WaysResult(leavers.ways(actor, id, body.takerId()));
    }

    @GetMapping("/leavers/{id}/groups")
    Page<LeaverGroup> groups(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return groups.list(actor, id, after, limit);
    }

    @PostMapping("/leavers/{id}/groups")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void giveGroups(Actor actor, @PathVariable long id, @Valid @RequestBody GroupsRequest body) {
        groups.give(actor, id, body);
    }

    @PostMapping("/leavers/{id}/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    HandOverRunView start(Actor actor, @PathVariable long id, @Valid @RequestBody SpreadRequest body) {
        return HandOverRunView.of(runs.start(actor, id, body));
    }

    @GetMapping("/runs/{id}")
    HandOverRunView run(Actor actor, @PathVariable long id) {
        return HandOverRunView.of(runs.get(actor, id));
    }

    @PostMapping("/runs/{id}/stop")
    HandOverRunView stop(Actor actor, @PathVariable long id) {
        return HandOverRunView.of(runs.stop(actor, id));
    }
}
