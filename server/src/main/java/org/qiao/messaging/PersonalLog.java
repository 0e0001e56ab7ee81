package org.qiao.messaging;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Writes changes of people's own logs and tells their devices. */
@Component
class PersonalLog {

    private final PersonalStore store;
    private final Courier courier;

    PersonalLog(PersonalStore store, Courier courier) {
        this.store = store;
        this.courier = courier;
    }

    /** Writes, commits and delivers; for callers outside a transaction. */
    void record(PersonalKind kind, List<Change> changes) {
        deliver(write(kind, changes));
    }

    /** Writes within the caller's transaction; the caller delivers after its commit. Same person and conversation only once. */
    List<PersonalChange> write(PersonalKind kind, List<Change> changes) {
        if (changes.isEmpty()) {
            return List.of();
        }
        List<PersonalChange> written = new ArrayList<>(store.record(kind, changes));
        written.sort(Comparator.comparingLong(PersonalChange::principalId).thenComparingLong(PersonalChange::seq));
        return written;
    }

    void deliver(List<PersonalChange> written) {
        for (PersonalChange change : written) {
            courier.deliver(to -> to.personal(change));
        }
    }

    record Change(long orgId, long principalId, long conversationId, Map<String, Object> data) {}
}
