package org.qiao.customergroup;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.customergroup.CustomerGroupRequests.AddPeopleRequest;
import org.qiao.customergroup.CustomerGroupRequests.GroupRoleRequest;
import org.qiao.customergroup.CustomerGroupRules.CustomerGroupSettings;
import org.qiao.customergroup.GroupPeople.GroupPerson;
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

/** Who is in a group, and what the company decides about groups. */
@RestController
class GroupPeopleController {

    private final GroupPeople people;
    private final CustomerGroupRules rules;

    GroupPeopleController(GroupPeople people, CustomerGroupRules rules) {
        this.people = people;
        this.rules = rules;
    }

    /** Half of them. */
    enum GroupSide {
        STAFF,
        CUSTOMER
    }

    @GetMapping("/api/customer-groups/{id}/members")
    Page<GroupPerson> list(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable GroupSide kind,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return people.list(actor, id, kind == null ? null : kind == GroupSide.STAFF, after, limit);
    }

    @PostMapping("/api/customer-groups/{id}/members")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(Actor actor, @PathVariable long id, @Valid @RequestBody AddPeopleRequest body) {
        people.add(actor, id, body);
    }

    @DeleteMapping("/api/customer-groups/{id}/members/{personId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(Actor actor, @PathVariable long id, @PathVariable long personId) {
        people.remove(actor, id, personId);
    }

    @PutMapping("/api/customer-groups/{id}/members/{personId}/role")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setRole(
            Actor actor,
            @PathVariable long id,
            @PathVariable long personId,
            @Valid @RequestBody GroupRoleRequest body) {
        people.setRole(actor, id, personId, body.role());
    }

    @GetMapping("/api/customer-groups/settings")
    CustomerGroupSettings settings(Actor actor) {
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/customer-groups/settings")
    CustomerGroupSettings setSettings(Actor actor, @Valid @RequestBody CustomerGroupSettings body) {
        return rules.set(actor, body);
    }
}
