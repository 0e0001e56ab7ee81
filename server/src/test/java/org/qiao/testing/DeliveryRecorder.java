package org.qiao.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.qiao.messaging.Deliveries;
import org.qiao.messaging.EntryAppended;
import org.qiao.messaging.PersonalChange;
import org.qiao.messaging.ReceiptsChanged;
import org.springframework.boot.test.context.TestComponent;

/** Hears what every device would hear. Keeps the last events of all tests, so a test filters by its own ids. */
@TestComponent
public class DeliveryRecorder implements Deliveries {

    private static final int KEPT = 50_000;

    private final Deque<Object> events = new ArrayDeque<>();

    @Override
    public void entry(EntryAppended appended) {
        keep(appended);
    }

    @Override
    public void receipts(ReceiptsChanged changed) {
        keep(changed);
    }

    @Override
    public void personal(PersonalChange change) {
        keep(change);
    }

    private synchronized void keep(Object event) {
        events.add(event);
        if (events.size() > KEPT) {
            events.remove();
        }
    }

    public List<EntryAppended> entries(long conversationId) {
        return list(EntryAppended.class, event -> event.conversationId() == conversationId);
    }

    public List<ReceiptsChanged> receipts(long conversationId) {
        return list(ReceiptsChanged.class, event -> event.conversationId() == conversationId);
    }

    public List<PersonalChange> personal(long principalId) {
        return list(PersonalChange.class, event -> event.principalId() == principalId);
    }

    private synchronized <T> List<T> list(Class<T> type, Predicate<T> filter) {
        Function<Object, T> cast = type::cast;
        return new ArrayList<>(events.stream()
                .filter(type::isInstance)
                .map(cast)
                .filter(filter)
                .toList());
    }
}
