package org.qiao.dingrule;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.PreferenceStore.Deputy;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.platform.Actor;
import org.qiao.platform.Limits;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What members decide about themselves: quiet hours, and who stands in for them. */
@Service
public class Preferences {

    private final PreferenceStore store;
    private final Members members;

    Preferences(PreferenceStore store, Members members) {
        this.store = store;
        this.members = members;
    }

    /** Body of PUT /api/ding-preferences. */
    record PreferenceRequest(
            @Valid @Nullable QuietHours quiet,
            @Valid @Nullable DeputyRequest deputy) {}

    /** @param until the last day */
    record DeputyRequest(
            @NotNull Long memberId,
            @NotNull LocalDate from,
            @NotNull LocalDate until) {}

    record PreferenceView(
            @Nullable QuietHours quiet, @Nullable DeputyView deputy) {}

    record DeputyView(Card person, LocalDate from, LocalDate until) {}

    /** Own quiet hours of those who have some; the others have the company's. */
    public Map<Long, QuietHours> quiet(long orgId, Collection<Long> ids) {
        return ids.isEmpty() ? Map.of() : store.quiet(orgId, ids);
    }

    /** Who stands in for whom on this day. */
    public Map<Long, Long> deputies(long orgId, Collection<Long> ids, LocalDate day) {
        return ids.isEmpty() ? Map.of() : store.deputies(orgId, ids, day);
    }

    PreferenceView get(Actor actor) {
        return store.find(actor.orgId(), actor.principalId())
                .map(row -> view(actor, row))
                .orElse(new PreferenceView(null, null));
    }

    @Transactional
    PreferenceView change(Actor actor, PreferenceRequest input) {
        QuietHours quiet = input.quiet();
        if (quiet != null && quiet.from().equals(quiet.until())) {
            throw DingruleProblem.BAD_QUIET_HOURS.problem();
        }
        DeputyRequest wanted = input.deputy();
        Deputy deputy = wanted == null ? null : new Deputy(wanted.memberId(), wanted.from(), wanted.until());
        if (deputy != null
                && (deputy.id() == actor.principalId()
                        || !Limits.isDay(deputy.from())
                        || !Limits.isDay(deputy.until())
                        || deputy.until().isBefore(deputy.from())
                        || members.present(actor, Set.of(deputy.id())).isEmpty())) {
            throw DingruleProblem.BAD_DEPUTY.problem();
        }
        PreferenceStore.Row row = new PreferenceStore.Row(quiet, deputy);
        store.set(actor.orgId(), actor.principalId(), row);
        return view(actor, row);
    }

    private PreferenceView view(Actor actor, PreferenceStore.Row row) {
        Deputy deputy = row.deputy();
        List<Card> cards = deputy == null ? List.of() : members.cards(actor, List.of(deputy.id()));
        return new PreferenceView(
                row.quiet(),
                deputy == null || cards.isEmpty()
                        ? null
                        : new DeputyView(cards.getFirst(), deputy.from(), deputy.until()));
    }
}
