package org.qiao.directory;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Roles.RoleMembersRequest;
import org.qiao.directory.Roles.RoleRequest;
import org.qiao.directory.Roles.RoleView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/roles")
class RoleController {

    private final Roles roles;

    RoleController(Roles roles) {
        this.roles = roles;
    }

    @GetMapping
    Page<RoleView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return roles.list(actor, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    RoleView create(Actor actor, @Valid @RequestBody RoleRequest body) {
        return roles.create(actor, body);
    }

    @PutMapping("/{id}")
    RoleView change(Actor actor, @PathVariable long id, @Valid @RequestBody RoleRequest body) {
        return roles.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        roles.delete(actor, id);
    }

    @GetMapping("/{id}/members")
    Page<Card> members(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return roles.members(actor, id, after, limit);
    }

    @PutMapping("/{id}/members")
    RoleView changeMembers(Actor actor, @PathVariable long id, @Valid @RequestBody RoleMembersRequest body) {
        return roles.changeMembers(actor, id, body);
    }
}
