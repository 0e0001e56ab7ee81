package org.qiao.messaging;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Guest;
import org.qiao.file.Ticket;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A customer's conversations, for as long as his page has no socket, and the files in them. */
@RestController
@RequestMapping("/api/visit/conversations")
class GuestController {

    private final Conversations conversations;
    private final Entries entries;
    private final Messages messages;

    GuestController(Conversations conversations, Entries entries, Messages messages) {
        this.conversations = conversations;
        this.entries = entries;
        this.messages = messages;
    }

    /** Nobody is named here: peer is null and faces are empty. */
    @GetMapping
    Page<ConversationView> list(
            Guest guest, @RequestParam @Nullable String after, @RequestParam @Nullable Integer limit) {
        return conversations.listAsGuest(guest.actor(), after, limit);
    }

    @GetMapping("/{id}/entries")
    EntryPage entries(
            Guest guest,
            @PathVariable long id,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable Integer limit) {
        return entries.list(guest.actor(), id, before, after, Limits.page(limit));
    }

    @PostMapping("/{id}/messages")
    Ack send(Guest guest, @PathVariable long id, @Valid @RequestBody EntryController.SendRequest body) {
        return messages.sendAsGuestAndWait(guest.actor(), Draft.message(id, body.key(), body.kind(), body.body()));
    }

    /** A link to the file of a message, see {@link org.qiao.file.Files#guestTicket}. */
    @PostMapping("/{id}/entries/{seq}/ticket")
    Ticket ticket(Guest guest, @PathVariable long id, @PathVariable long seq) {
        return entries.guestTicket(guest.actor(), id, seq);
    }

    @GetMapping("/{id}/entries/{seq}/thumbnail")
    ResponseEntity<Resource> thumbnail(Guest guest, @PathVariable long id, @PathVariable long seq) {
        return entries.thumbnail(guest.actor(), id, seq).answer();
    }
}
