package org.qiao.noticesim;

import java.time.Clock;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.directory.Members;
import org.qiao.notice.Carriers;
import org.qiao.noticesim.SimulatedPhoneStore.Listed;
import org.qiao.noticesim.SimulatedPhoneStore.Phone;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.qiao.platform.Page;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The phones of the simulated network as administrators see them: with the names of the members they belong to. */
@Service
class SimulatedPhones {

    private static final Pattern CURSOR = Pattern.compile("([0-9]{1,19}):(.{1,40})");

    private final SimulatedPhoneStore store;
    private final Members members;
    private final Clock clock;

    SimulatedPhones(SimulatedPhoneStore store, Members members, Clock clock) {
        this.store = store;
        this.members = members;
        this.clock = clock;
    }

    /** Those with news first; the whole list moves, so a page is what was true when it was asked for. */
    Page<SimulationView.PhoneView> list(Actor actor, @Nullable String after, @Nullable Integer limit) {
        Carriers.requireAdmin(actor);
        int size = Limits.page(limit);
        Instant before = Instant.EPOCH;
        Long beforeId = null;
        if (after != null && !after.isEmpty()) {
            Matcher cursor = CURSOR.matcher(after);
            if (!cursor.matches()) {
                throw PlatformProblem.BAD_CURSOR.problem();
            }
            before = instant(cursor.group(2));
            beforeId = Limits.key(cursor.group(1), 0);
        }
        Page<Listed> page = Page.cut(
                store.list(actor.orgId(), before, beforeId, size + 1),
                size,
                row -> row.phone().id() + ":" + row.phone().movedAt());
        Map<String, String> names = names(
                actor, page.items().stream().map(row -> row.phone().number()).toList());
        return page.map(row ->
                SimulationView.PhoneView.of(row.phone(), names.get(row.phone().number()), row.callId()));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw PlatformProblem.BAD_CURSOR.problem();
        }
    }

    @Transactional
    SimulationView.PhoneView put(Actor actor, String number, SimulationView.PhoneRequest input) {
        Carriers.requireAdmin(actor);
        Phone phone = new Phone(0, Simulation.number(number), input.on(), input.delivery(), clock.instant());
        Map<String, String> names = names(actor, List.of(phone.number()));
        return SimulationView.PhoneView.of(store.put(actor.orgId(), phone), names.get(phone.number()), null);
    }

    /** By number, of this company's members only. */
    private Map<String, String> names(Actor actor, Collection<String> numbers) {
        Map<String, Long> owners = members.phoneOwners(actor.orgId(), numbers);
        Map<Long, String> byId = new HashMap<>();
        members.cards(actor, owners.values()).forEach(card -> byId.put(card.id(), card.name()));
        Map<String, String> names = new HashMap<>();
        owners.forEach((number, id) -> names.computeIfAbsent(number, n -> byId.get(id)));
        return names;
    }
}
