package org.qiao.followup;

import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.followup.FollowUpViews.CustomerNoteRequest;
import org.qiao.followup.FollowUpViews.CustomerNoteView;
import org.qiao.followup.FollowUpViews.CustomerTaskRequest;
import org.qiao.followup.FollowUpViews.CustomerTaskView;
import org.qiao.followup.FollowUpViews.TimelineLine;
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
class FollowUpController {

    private final CustomerNotes notes;
    private final CustomerTasks tasks;
    private final Timeline timeline;

    FollowUpController(CustomerNotes notes, CustomerTasks tasks, Timeline timeline) {
        this.notes = notes;
        this.tasks = tasks;
        this.timeline = timeline;
    }

    @GetMapping("/api/customers/{id}/timeline")
    Page<TimelineLine> timeline(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return timeline.list(actor, id, after, limit);
    }

    @PostMapping("/api/customers/{id}/notes")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerNoteView addNote(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerNoteRequest body) {
        return notes.add(actor, id, body);
    }

    @PutMapping("/api/customer-notes/{id}")
    CustomerNoteView changeNote(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerNoteRequest body) {
        return notes.change(actor, id, body);
    }

    @DeleteMapping("/api/customer-notes/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteNote(Actor actor, @PathVariable long id) {
        notes.delete(actor, id);
    }

    @PostMapping("/api/customer-notes/{id}/files/{fileId}")
    Ticket file(Actor actor, @PathVariable long id, @PathVariable long fileId) {
        return notes.file(actor, id, fileId);
    }

    @GetMapping("/api/customer-tasks")
    List<CustomerTaskView> myTasks(Actor actor) {
        return tasks.mine(actor);
    }

    @GetMapping("/api/customers/{id}/tasks")
    List<CustomerTaskView> tasks(Actor actor, @PathVariable long id) {
        return tasks.ofCustomer(actor, id);
    }

    @PostMapping("/api/customers/{id}/tasks")
    @ResponseStatus(HttpStatus.CREATED)
    CustomerTaskView addTask(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerTaskRequest body) {
        return tasks.add(actor, id, body);
    }

    @PutMapping("/api/customer-tasks/{id}")
    CustomerTaskView changeTask(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerTaskRequest body) {
        return tasks.change(actor, id, body);
    }

    @PutMapping("/api/customer-tasks/{id}/done")
    CustomerTaskView finishTask(Actor actor, @PathVariable long id) {
        return tasks.setDone(actor, id, true);
    }

    @DeleteMapping("/api/customer-tasks/{id}/done")
    CustomerTaskView reopenTask(Actor actor, @PathVariable long id) {
        return tasks.setDone(actor, id, false);
    }

    @DeleteMapping("/api/customer-tasks/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void deleteTask(Actor actor, @PathVariable long id) {
        tasks.delete(actor, id);
    }
}
