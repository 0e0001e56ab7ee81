package org.qiao.customer;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerDesk.CustomerLine;
import org.qiao.customer.CustomerDesk.CustomerView;
import org.qiao.customer.CustomerMerges.MergeView;
import org.qiao.customer.CustomerRequests.BlockRequest;
import org.qiao.customer.CustomerRequests.RemarkRequest;
import org.qiao.platform.Actor;
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
class CustomerController {

    private final CustomerDesk desk;
    private final CustomerBlocks blocks;
    private final CustomerMerges merges;

    CustomerController(CustomerDesk desk, CustomerBlocks blocks, CustomerMerges merges) {
        this.desk = desk;
        this.blocks = blocks;
        this.merges = merges;
    }

    @GetMapping("/api/customers")
    Page<CustomerLine> list(
            Actor actor,
            @RequestParam(defaultValue = "MINE") CustomerDesk.Scope scope,
            @RequestParam(required = false) @Nullable Long member,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable Boolean open,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return desk.list(actor, new CustomerDesk.Search(scope, member, q, open), after, limit);
    }

    @GetMapping("/api/customers/{id}")
    CustomerView get(Actor actor, @PathVariable long id) {
        return desk.get(actor, id);
    }

    @GetMapping("/api/customers/of-thread/{conversationId}")
    CustomerView ofThread(Actor actor, @PathVariable long conversationId) {
        return desk.ofThread(actor, conversationId);
    }

    @PostMapping("/api/customers/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void block(Actor actor, @PathVariable long id, @Valid @RequestBody BlockRequest body) {
        blocks.block(actor, id, body.reason() == null ? "" : body.reason().strip());
    }

    @DeleteMapping("/api/customers/{id}/block")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void unblock(Actor actor, @PathVariable long id) {
        blocks.unblock(actor, id);
    }

    @GetMapping("/api/customers/{id}/merges")
    List<MergeView> merges(Actor actor, @PathVariable long id) {
        return merges.list(actor, id);
    }

    @PostMapping("/api/customer-merges/{id}/undo")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void undo(Actor actor, @PathVariable long id) {
        merges.undo(actor, id);
    }

    @PutMapping("/api/customer-relations/{id}/remark")
    CustomerRelationView setRemark(Actor actor, @PathVariable long id, @Valid @RequestBody RemarkRequest body) {
        return desk.setRemark(actor, id, body);
    }

    @PostMapping("/api/customer-relations/{id}/end")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(Actor actor, @PathVariable long id) {
        desk.end(actor, id);
    }

    @PostMapping("/api/customer-relations/{id}/resume")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void resume(Actor actor, @PathVariable long id) {
        desk.resume(actor, id);
    }
}
