package org.qiao.customer;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerNotices.NoticeText;
import org.qiao.customer.CustomerNotices.NoticeVersion;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers")
class CustomerAdminController {

    private final CustomerRules rules;
    private final CustomerBlocks blocks;
    private final CustomerNotices notices;

    CustomerAdminController(CustomerRules rules, CustomerBlocks blocks, CustomerNotices notices) {
        this.rules = rules;
        this.blocks = blocks;
        this.notices = notices;
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

    @GetMapping("/notices")
    Page<NoticeVersion> notices(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return notices.list(actor, after, limit);
    }

    @PostMapping("/notices")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changeNotice(Actor actor, @Valid @RequestBody NoticeText body) {
        notices.change(actor, body);
    }
}
