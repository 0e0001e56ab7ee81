package org.qiao.foreigntask;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.apikey.ApiProgram;
import org.qiao.apikey.ApiScope;
import org.qiao.apikey.CalledWith;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskBatch;
import org.qiao.foreigntask.OpenTaskRequests.ForeignTaskPush;
import org.qiao.foreigntask.OpenTaskViews.PushedTask;
import org.qiao.foreigntask.OpenTaskViews.PushedTaskChanges;
import org.qiao.foreigntask.OpenTaskViews.PushedTasks;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tasks of programs with a key: Authorization: Bearer qk_…; no member is named, the system speaks for itself. */
@RestController
@RequestMapping("/api/open")
class OpenTaskController {

    private final TaskPushes pushes;

    OpenTaskController(TaskPushes pushes) {
        this.pushes = pushes;
    }

    @PutMapping("/tasks/{key}")
    ResponseEntity<PushedTask> pushTask(
            @CalledWith(ApiScope.TASKS_PUSH) ApiProgram program,
            @PathVariable String key,
            @Valid @RequestBody ForeignTaskPush body) {
        TaskPushes.Pushed pushed = pushes.push(program, key, body);
        return ResponseEntity.status(pushed.created() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(pushed.task());
    }

    @PostMapping("/tasks")
    PushedTasks pushTasks(
            @CalledWith(ApiScope.TASKS_PUSH) ApiProgram program, @Valid @RequestBody ForeignTaskBatch body) {
        return new PushedTasks(pushes.pushAll(program, body.items()));
    }

    @GetMapping("/tasks/{key}")
    PushedTask pushedTask(@CalledWith(ApiScope.TASKS_PUSH) ApiProgram program, @PathVariable String key) {
        return pushes.get(program, key);
    }

    @DeleteMapping("/tasks/{key}")
    PushedTask withdrawTask(@CalledWith(ApiScope.TASKS_PUSH) ApiProgram program, @PathVariable String key) {
        return pushes.withdraw(program, key);
    }

    @GetMapping("/task-changes")
    PushedTaskChanges taskChanges(
            @CalledWith(ApiScope.TASKS_PUSH) ApiProgram program,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return pushes.changes(program, after, limit);
    }
}
