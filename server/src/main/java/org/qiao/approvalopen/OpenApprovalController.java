package org.qiao.approvalopen;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiCaller;
import org.qiao.apikey.ApiScope;
import org.qiao.apikey.CalledWith;
import org.qiao.approval.Approvals;
import org.qiao.approvalopen.OpenRequests.OpenDecisionRequest;
import org.qiao.approvalopen.OpenRequests.OpenStartRequest;
import org.qiao.approvalopen.OpenViews.OpenApprovalDetails;
import org.qiao.approvalopen.OpenViews.OpenChanges;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Approvals for programs with a key: Authorization: Bearer qk_…, Qiao-Member: id. */
@RestController
@RequestMapping("/api/open/approvals")
class OpenApprovalController {

    private final OpenApprovals approvals;

    OpenApprovalController(OpenApprovals approvals) {
        this.approvals = approvals;
    }

    @PostMapping
    ResponseEntity<OpenApprovalDetails> startApproval(
            @CalledWith(ApiScope.APPROVALS_START) ApiCaller caller, @Valid @RequestBody OpenStartRequest body) {
        Approvals.Started started = approvals.start(caller, body);
        return ResponseEntity.status(started.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(approvals.get(caller.actor(), started.id()));
    }

    @GetMapping
    OpenApprovalDetails findApproval(
            @CalledWith(ApiScope.APPROVALS_READ) ApiCaller caller,
            @RequestParam(required = false) @Nullable String number,
            @RequestParam(required = false) @Nullable String key) {
        return approvals.find(caller.actor(), number, key);
    }

    @GetMapping("/changes")
    OpenChanges approvalChanges(
            @CalledWith(ApiScope.APPROVALS_READ) ApiCaller caller,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return approvals.changes(caller.actor(), after, limit);
    }

    @GetMapping("/{id}")
    OpenApprovalDetails openApproval(@CalledWith(ApiScope.APPROVALS_READ) ApiCaller caller, @PathVariable long id) {
        return approvals.get(caller.actor(), id);
    }

    @PostMapping("/{id}/decisions")
    OpenApprovalDetails decideApproval(
            @CalledWith(ApiScope.APPROVALS_DECIDE) ApiCaller caller,
            @PathVariable long id,
            @Valid @RequestBody OpenDecisionRequest body) {
        approvals.decide(caller, id, body);
        return approvals.get(caller.actor(), id);
    }
}
