package org.qiao.followup;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qiao.customer.Person;
import org.qiao.customer.PersonData;
import org.qiao.customer.PersonExport;
import org.qiao.file.FileRemovals;
import org.qiao.followup.FollowUpPersonStore.Note;
import org.qiao.followup.FollowUpPersonStore.Task;
import org.qiao.reminder.Reminders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What staff wrote down about him, with its files, and what was to be done for him. */
@Component
class FollowUpPersonData implements PersonData {

    private static final int PORTION = 200;

    private final FollowUpPersonStore store;
    private final FileRemovals files;
    private final Reminders reminders;
    private final TransactionTemplate transaction;

    FollowUpPersonData(
            FollowUpPersonStore store,
            FileRemovals files,
            Reminders reminders,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.files = files;
        this.reminders = reminders;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public String name() {
        return "followup";
    }

    @Override
    public void export(Person person, PersonExport out) {
        long after = 0;
        List<Note> notes;
        do {
            notes = store.notes(person, after, PORTION);
            notes.forEach(note -> out.row("notes", row(note, out)));
            after = notes.isEmpty() ? after : notes.getLast().id();
        } while (!notes.isEmpty());
        after = 0;
        List<Task> tasks;
        do {
            tasks = store.tasks(person, after, PORTION);
            tasks.forEach(task -> out.row("tasks", row(task, out)));
            after = tasks.isEmpty() ? after : tasks.getLast().id();
        } while (!tasks.isEmpty());
    }

    private static Map<String, Object> row(Note note, PersonExport out) {
        return Map.of(
                "at", note.at(),
                "by", out.member(note.authorId()),
                "text", note.text(),
                "files", note.files().stream().map(out::file).toList());
    }

    private static Map<String, Object> row(Task task, PersonExport out) {
        Map<String, Object> row = new HashMap<>();
        row.put("at", task.at());
        row.put("by", out.member(task.authorId()));
        row.put("text", task.text());
        row.put("due", task.dueAt());
        if (task.doneAt() != null) {
            row.put("done", task.doneAt());
        }
        return row;
    }

    /** Files first: while their note is there, a repeat finds them again. */
    @Override
    public boolean erase(Person person) {
        List<Note> notes = store.notes(person, 0, PORTION);
        notes.forEach(note -> files.remove(person.orgId(), note.files()));
        List<Task> tasks = store.tasks(person, 0, PORTION);
        transaction.executeWithoutResult(status -> {
            store.deleteNotes(person, notes.stream().map(Note::id).toList());
            store.deleteRemovedNotes(person);
            tasks.forEach(task -> reminders.cancel(person.orgId(), CustomerTasks.key(task.id())));
            store.deleteTasks(person, tasks.stream().map(Task::id).toList());
        });
        return notes.size() < PORTION && tasks.size() < PORTION;
    }
}
