package org.qiao.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.file.Ticket;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Entries of a conversation: reading, sending, recalling, who has read. */
@RestController
@RequestMapping("/api/conversations/{id}")
class EntryController {

    private static final int RECEIPTS_AT_ONCE = 50;

    private final Entries entries;
    private final Messages messages;
    private final ReadMarks readMarks;
    private final Readers readers;
    private final Seating seating;

    EntryController(Entries entries, Messages messages, ReadMarks readMarks, Readers readers, Seating seating) {
        this.entries = entries;
        this.messages = messages;
        this.readMarks = readMarks;
        this.readers = readers;
        this.seating = seating;
    }

    @GetMapping("/entries")
    EntryPage list(
            Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable Long before,
            @RequestParam @Nullable Long after,
            @RequestParam @Nullable Integer limit) {
        return entries.list(actor, id, before, after, Limits.page(limit));
    }

    @PostMapping("/messages")
    Ack send(Actor actor, @PathVariable long id, @Valid @RequestBody SendRequest body) {
        return messages.sendAndWait(actor, Draft.message(id, body.key(), body.kind(), body.body()));
    }

    @PostMapping("/recalls")
    Ack recall(Actor actor, @PathVariable long id, @Valid @RequestBody RecallRequest body) {
        return messages.sendAndWait(actor, Draft.recall(id, body.key(), body.target()));
    }

    @PutMapping("/read")
    @ResponseStatus(org.springframework.http.HttpStatus.NO_CONTENT)
    void read(Actor actor, @PathVariable long id, @Valid @RequestBody ReadRequest body) {
        seating.require(actor, id);
        readMarks.mark(actor, id, body.seq());
    }

    @GetMapping("/receipts")
    ReceiptList receipts(
            Actor actor, @PathVariable long id, @RequestParam @Size(max = RECEIPTS_AT_ONCE) List<Long> seqs) {
        return new ReceiptList(readers.receipts(
                actor, id, seqs.stream().filter(Objects::nonNull).toList()));
    }

    @GetMapping("/entries/{seq}/readers")
    ReaderPage readers(
            Actor actor,
            @PathVariable long id,
            @PathVariable long seq,
            @RequestParam @Pattern(regexp = "read|unread") String state,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return readers.list(actor, new ReadStore.Message(id, seq), state.equals("read"), after, limit);
    }

    @GetMapping("/files")
    Page<EntryView> files(
            Actor actor,
            @PathVariable long id,
            @RequestParam @Nullable EntryKind kind,
            @RequestParam @Nullable String after,
            @RequestParam @Nullable Integer limit) {
        return entries.files(actor, id, kind, after, limit);
    }

    @PostMapping("/entries/{seq}/ticket")
    Ticket ticket(Actor actor, @PathVariable long id, @PathVariable long seq) {
        return entries.ticket(actor, id, seq);
    }

    @GetMapping("/entries/{seq}/thumbnail")
    ResponseEntity<Resource> thumbnail(Actor actor, @PathVariable long id, @PathVariable long seq) {
        return entries.thumbnail(actor, id, seq).answer();
    }

    record SendRequest(
            @NotNull @Size(max = 64) @Nullable String key,
            @NotNull @Nullable EntryKind kind,
            @NotNull @Valid Draft.@Nullable Body body) {}

    record RecallRequest(
            @NotNull @Size(max = 64) @Nullable String key,
            @Positive long target) {}

    record ReadRequest(@Positive long seq) {}

    record ReceiptList(List<Receipt> items) {}
}
