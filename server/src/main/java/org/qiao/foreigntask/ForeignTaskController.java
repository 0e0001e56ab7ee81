package org.qiao.foreigntask;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskAnswerRequest;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskBox;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskDetails;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskHead;
import org.qiao.foreigntask.ForeignTaskViews.ForeignTaskSummary;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The tasks that other systems gave me. */
@RestController
@RequestMapping("/api/foreign-tasks")
class ForeignTaskController {

    private final ForeignTasks tasks;

    ForeignTaskController(ForeignTasks tasks) {
        this.tasks = tasks;
    }

    @GetMapping
    Page<ForeignTaskHead> foreignTasks(
            Actor actor,
            @RequestParam ForeignTaskBox box,
            @RequestParam(required = false) @Nullable Long system,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return tasks.list(actor, new ForeignTasks.Query(box, system, q), after, limit);
    }

    @GetMapping("/summary")
    ForeignTaskSummary foreignTaskSummary(Actor actor) {
        return tasks.summary(actor);
    }

    @GetMapping("/{id}")
    ForeignTaskDetails foreignTask(Actor actor, @PathVariable long id) {
        return tasks.get(actor, id);
    }

    @PostMapping("/{id}/answer")
    ForeignTaskDetails answerForeignTask(
            Actor actor, @PathVariable long id, @Valid @RequestBody ForeignTaskAnswerRequest body) {
        tasks.answer(actor, id, body);
        return tasks.get(actor, id);
    }
}
