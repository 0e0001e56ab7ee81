package org.qiao.customer;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers")
class CustomerAdminController {

    private final CustomerRules rules;
    private final CustomerBlocks blocks;

    CustomerAdminController(CustomerRules rules, CustomerBlocks blocks) {
        this.rules = rules;
        this.blocks = blocks;
    }

    @GetMapping("/settings")
    CustomerSettings settings(Actor actor) {
        CustomerRules.requireAdmin(actor);
        return rules.settings(actor.orgId());
    }

    @PutMapping("/settings")
    CustomerSettings setSettings(Actor actor, @Valid @RequestBody CustomerSettings body) {
        return rules.set(actor, body);
    }

    @GetMapping("/blocked")
    Page<CustomerCard> blocked(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return blocks.list(actor, after, limit);
    }
}
