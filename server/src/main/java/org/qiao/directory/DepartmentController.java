package org.qiao.directory;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members.ColleagueView;
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
@RequestMapping("/api/departments")
class DepartmentController {

    private final Departments departments;
    private final Members members;

    DepartmentController(Departments departments, Members members) {
        this.departments = departments;
        this.members = members;
    }

    @GetMapping
    Page<DepartmentView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return departments.list(actor, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    DepartmentView create(Actor actor, @Valid @RequestBody DepartmentRequest.CreateDepartment body) {
        return departments.create(actor, body.parentId(), body.name(), body.position());
    }

    @PutMapping("/{id}")
    DepartmentView change(
            Actor actor, @PathVariable long id, @Valid @RequestBody DepartmentRequest.ChangeDepartment body) {
        return departments.change(actor, id, body);
    }

    @PostMapping("/{id}/move")
    DepartmentView move(Actor actor, @PathVariable long id, @Valid @RequestBody DepartmentRequest.MoveDepartment body) {
        return departments.move(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        departments.delete(actor, id);
    }

    @GetMapping("/{id}/members")
    Page<ColleagueView> members(
            Actor actor,
            @PathVariable long id,
            @RequestParam(defaultValue = "false") boolean subtree,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return members.colleagues(actor, id, subtree, after, limit);
    }
}
