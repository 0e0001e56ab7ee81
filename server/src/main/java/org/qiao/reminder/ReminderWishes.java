package org.qiao.reminder;

import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.qiao.notice.Channel;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** By which ways members want to be reminded outside of the program. */
@Service
class ReminderWishes {

    private final WishStore store;

    ReminderWishes(WishStore store) {
        this.store = store;
    }

    /** Body of PUT /api/reminder-preferences, and what is answered. */
    record Wish(@NotNull Boolean push, @NotNull Boolean email) {

        static final Wish STANDARD = new Wish(true, true);

        boolean wants(Channel way) {
            return switch (way) {
                case PUSH -> push;
                case EMAIL -> email;
                case SMS, VOICE -> false;
            };
        }
    }

    Wish get(Actor actor) {
        return store.find(actor.orgId(), List.of(actor.principalId())).getOrDefault(actor.principalId(), Wish.STANDARD);
    }

    @Transactional
    public Wish change(Actor actor, Wish wish) {
        store.set(actor, wish);
        return wish;
    }

    /** Of those who wish something else than the standard. */
    Map<Long, Wish> of(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.find(orgId, ids);
    }
}
