package org.qiao.followup;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.Customer;
import org.qiao.customer.CustomerEvents;
import org.qiao.customer.CustomerEvents.NewEvent;
import org.qiao.customer.Customers;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.file.Ticket;
import org.qiao.followup.FollowUpViews.CustomerNoteRequest;
import org.qiao.followup.FollowUpViews.CustomerNoteView;
import org.qiao.followup.NoteStore.Note;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was written down about a customer: read by whoever may look at him, changed by whoever wrote it. */
@Service
class CustomerNotes {

    private static final int NOTES_MAX = 5_000;

    private final NoteStore store;
    private final Customers customers;
    private final CustomerEvents timeline;
    private final Members members;
    private final Files files;
    private final Clock clock;

    CustomerNotes(
            NoteStore store, Customers customers, CustomerEvents timeline, Members members, Files files, Clock clock) {
        this.store = store;
        this.customers = customers;
        this.timeline = timeline;
        this.members = members;
        this.files = files;
        this.clock = clock;
    }

    @Transactional
    public CustomerNoteView add(Actor actor, long customerId, CustomerNoteRequest request) {
        Customer customer = customers.require(actor, customerId);
        CustomerNoteRequest note = clean(request);
        requireFiles(actor, note.files(), Set.of());
        return view(actor, insert(actor, customer.id(), note));
    }

    /** One that was checked. In the caller's transaction. */
    long insert(Actor actor, long customerId, CustomerNoteRequest note) {
        FollowupProblem.requireRoom(store.count(actor.orgId(), customerId) + 1, NOTES_MAX);
        long id = store.add(actor, customerId, note, clock.instant());
        timeline.add(
                actor.orgId(),
                customerId,
                NewEvent.of("NOTE_ADDED", actor.principalId()).with(Map.of("note", id)));
        return id;
    }

    @Transactional
    public CustomerNoteView change(Actor actor, long id, CustomerNoteRequest request) {
        Note before = requireMine(actor, id, false);
        CustomerNoteRequest note = clean(request);
        requireFiles(actor, note.files(), new HashSet<>(before.files()));
        store.change(actor.orgId(), id, note, clock.instant());
        return view(actor, id);
    }

    /** By whoever wrote it, and by administrators; that there was one stays in the timeline. */
    @Transactional
    public void delete(Actor actor, long id) {
        requireMine(actor, id, actor.isAdmin());
        store.delete(actor.orgId(), id, clock.instant());
    }

    Ticket file(Actor actor, long id, long fileId) {
        Note note = store.find(actor.orgId(), id).orElseThrow(FollowupProblem.NOT_FOUND::problem);
        customers.require(actor, note.customerId());
        if (!note.files().contains(fileId)) {
            throw FollowupProblem.UNKNOWN_FILE.problem();
        }
        return files.ticket(actor, fileId);
    }

    private Note requireMine(Actor actor, long id, boolean orAny) {
        Note note = store.find(actor.orgId(), id).orElseThrow(FollowupProblem.NOT_FOUND::problem);
        customers.require(actor, note.customerId());
        if (note.authorId() != actor.principalId() && !orAny) {
            throw FollowupProblem.NOT_ALLOWED.problem();
        }
        return note;
    }

    private static CustomerNoteRequest clean(CustomerNoteRequest request) {
        String text = request.text().strip();
        List<Long> some = request.files().stream().distinct().toList();
        if ((text.isEmpty() && some.isEmpty()) || text.indexOf(0) >= 0) {
            throw FollowupProblem.BAD_TEXT.problem("field", "text");
        }
        return new CustomerNoteRequest(text, some);
    }

    private void requireFiles(Actor actor, List<Long> wanted, Set<Long> before) {
        List<Long> fresh = wanted.stream().filter(id -> !before.contains(id)).toList();
        if (!files.own(actor, fresh).keySet().containsAll(fresh)) {
            throw FollowupProblem.UNKNOWN_FILE.problem();
        }
    }

    private CustomerNoteView view(Actor actor, long id) {
        return Objects.requireNonNull(views(actor, List.of(id)).get(id));
    }

    /** By id; deleted ones are left out. Whether the actor may look at the customer was asked before. */
    Map<Long, CustomerNoteView> views(Actor actor, Collection<Long> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        List<Note> notes = store.findAll(actor.orgId(), ids);
        Set<Long> people = new HashSet<>();
        Set<Long> attached = new HashSet<>();
        notes.forEach(note -> {
            people.add(note.authorId());
            attached.addAll(note.files());
        });
        Map<Long, FileView> named = files.describe(actor.orgId(), attached);
        Map<Long, Card> cards = members.cardsById(actor, people);
        Map<Long, CustomerNoteView> views = new HashMap<>();
        for (Note note : notes) {
            @Nullable Card author = cards.get(note.authorId());
            if (author != null) {
                views.put(note.id(), view(actor, note, author, named));
            }
        }
        return views;
    }

    private static CustomerNoteView view(Actor actor, Note note, Card author, Map<Long, FileView> named) {
        return new CustomerNoteView(
                note.id(),
                author,
                note.text(),
                note.files().stream().map(named::get).filter(Objects::nonNull).toList(),
                note.createdAt(),
                note.editedAt(),
                note.authorId() == actor.principalId());
    }
}
