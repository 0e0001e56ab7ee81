package org.qiao.masssend;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides about mass messages, and what day it is there. */
@Service
class MassRules {

    private final MassSettingStore store;
    private final Orgs orgs;
    private final Clock clock;

    MassRules(MassSettingStore store, Orgs orgs, Clock clock) {
        this.store = store;
        this.orgs = orgs;
        this.clock = clock;
    }

    MassSettings settings(long orgId) {
        return store.find(orgId).orElse(MassSettings.STANDARD);
    }

    @Transactional
    public MassSettings set(Actor actor, MassSettings input) {
        if (!actor.isAdmin()) {
            throw MasssendProblem.NOT_ALLOWED.problem();
        }
        MassSettings clean = input.clean();
        store.set(actor, clean, clock.instant());
        return clean;
    }

    LocalDate today(long orgId) {
        return clock.instant().atZone(ZoneId.of(orgs.get(orgId).zone())).toLocalDate();
    }

    int recallHours(long orgId) {
        return orgs.settings(orgId).recallHours();
    }
}
