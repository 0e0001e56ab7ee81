package org.qiao.messaging;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** What a client missed: conversations that moved since its cursor, and its person's own changes. */
@Service
public class SyncLog {

    /** Entries of one conversation in one answer. */
    public static final int TAIL_MAX = 100;

    private static final int TAIL = 20;
    private static final int PERSONAL = 1_000;
    private static final int PAGE = 50;
    private static final int PAGE_MAX = 100;

    private final ListStore store;
    private final PersonalStore personal;
    private final ConversationViews views;
    private final ReadMarks readMarks;
    private final TransactionTemplate snapshot;

    SyncLog(
            ListStore store,
            PersonalStore personal,
            ConversationViews views,
            ReadMarks readMarks,
            PlatformTransactionManager transactions) {
        this.store = store;
        this.personal = personal;
        this.views = views;
        this.readMarks = readMarks;
        this.snapshot = new TransactionTemplate(transactions);
        this.snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.snapshot.setReadOnly(true);
    }

    /**
     * Subscribe first, then sync: what is committed after the answer's snapshot comes live, or again with the next sync.
     * Without a cursor, with another era, or too far behind, the answer is complete.
     */
    public SyncAnswer sync(Actor actor, SyncRequest request) {
        return sync(actor, request, views::of);
    }

    /** The same for a customer: nobody is named. */
    public SyncAnswer syncAsGuest(Actor guest, SyncRequest request) {
        return sync(guest, request, views::ofGuest);
    }

    /** How lines become what is shown. */
    @FunctionalInterface
    private interface Views {
        List<ConversationView> of(Actor actor, List<ListStore.Line> lines, EntryStore.Tail tail);
    }

    private SyncAnswer sync(Actor actor, SyncRequest request, Views shown) {
        String cursor = ListCursor.checked(request.cursor());
        ListCursor.parse(request.after()); // refused before anything is written
        Limits.within("tail", request.tail(), TAIL, TAIL_MAX);
        readMarks.flushOf(actor);
        return Objects.requireNonNull(snapshot.execute(status -> {
            ListStore.Position position = store.position(actor);
            Since since = since(actor, request, cursor, position);
            return answer(new Asking(actor, request, shown), since, position);
        }));
    }

    /** Rises after a restore; a client that knows another era forgets its tails. */
    public long era() {
        return store.era();
    }

    private Since since(Actor actor, SyncRequest request, @Nullable String cursor, ListStore.Position position) {
        boolean sameEra = request.era() != null && request.era() == position.era();
        if (cursor == null || !sameEra || request.personal() == null) {
            return Since.EVERYTHING;
        }
        List<SyncAnswer.PersonalView> missed = personal.after(actor, request.personal(), PERSONAL + 1);
        boolean tooMany = missed.size() > PERSONAL || request.personal() > position.personal();
        return tooMany ? Since.EVERYTHING : new Since(cursor, missed);
    }

    private record Asking(Actor actor, SyncRequest request, Views views) {}

    private SyncAnswer answer(Asking asking, Since since, ListStore.Position position) {
        Actor actor = asking.actor();
        SyncRequest request = asking.request();
        int limit = Limits.page(request.limit(), request.tail() == null ? PAGE : PAGE_MAX, PAGE_MAX);
        ListCursor after = ListCursor.parse(request.after());
        List<ListStore.Line> lines = store.moved(actor, since.from(), after.key(), limit + 1);
        boolean more = lines.size() > limit;
        List<ListStore.Line> shown = more ? lines.subList(0, limit) : lines;
        boolean firstPage = after.first() == null;
        ListCursor.First first =
                after.first() == null ? new ListCursor.First(position.cursor(), position.personal()) : after.first();
        return new SyncAnswer(
                position.era(),
                since.cursor() == null,
                first.cursor(),
                firstPage ? since.personal() : List.of(),
                first.personal(),
                asking.views().of(actor, shown, tail(request, since)),
                more ? ListCursor.text(first, shown.getLast().key()) : null);
    }

    private static EntryStore.Tail tail(SyncRequest request, Since since) {
        int most = Limits.within("tail", request.tail(), TAIL, TAIL_MAX);
        return new EntryStore.Tail(most, request.tail() == null ? Since.EVERYTHING.from() : since.from());
    }

    /** @param cursor null: everything */
    private record Since(@Nullable String cursor, List<SyncAnswer.PersonalView> personal) {

        static final Since EVERYTHING = new Since(null, List.of());

        String from() {
            return cursor == null ? "0" : cursor;
        }
    }
}
