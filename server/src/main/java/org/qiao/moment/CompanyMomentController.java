package org.qiao.moment;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.moment.MomentViews.CompanyMomentView;
import org.qiao.moment.MomentViews.MomentMade;
import org.qiao.moment.MomentViews.MomentTaskLine;
import org.qiao.moment.MomentViews.MomentTaskView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What the company asks its employees to show, and its rules. */
@RestController
class CompanyMomentController {

    private final Moments moments;
    private final MomentTasks tasks;
    private final MomentLists lists;
    private final MomentRules rules;

    CompanyMomentController(Moments moments, MomentTasks tasks, MomentLists lists, MomentRules rules) {
        this.moments = moments;
        this.tasks = tasks;
        this.lists = lists;
        this.rules = rules;
    }

    @GetMapping("/api/moments/tasks")
    Page<MomentTaskView> mine(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.mine(actor, after, limit);
    }

    @PostMapping("/api/moments/tasks/{id}/confirm")
    MomentMade confirm(Actor actor, @PathVariable long id) {
        return tasks.confirm(actor, id);
    }

    @GetMapping("/api/moments/company")
    Page<CompanyMomentView> company(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.company(actor, after, limit);
    }

    @GetMapping("/api/moments/company/{id}/tasks")
    Page<MomentTaskLine> tasks(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Boolean done,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return lists.tasks(actor, id, done, after, limit);
    }

    @PostMapping("/api/moments/company/{id}/remind")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remind(Actor actor, @PathVariable long id) {
        tasks.remind(actor, id);
    }

    @PostMapping("/api/moments/company/{id}/withdraw")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(Actor actor, @PathVariable long id) {
        moments.withdraw(actor, id);
    }

    /** Everybody may know the rules he is under. */
    @GetMapping("/api/moments/settings")
    MomentSettings settings(Actor actor) {
        return rules.settings(actor.orgId());
    }

    @PutMapping("/api/admin/moments/settings")
    MomentSettings setSettings(Actor actor, @Valid @RequestBody MomentSettings body) {
        return rules.set(actor, body);
    }
}
