package org.qiao.privacy;

import java.time.Clock;
import java.util.Map;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides. */
@Service
class PrivacyRules {

    private final PrivacySettingStore store;
    private final RoundStore rounds;
    private final PrivacyAudit audit;
    private final Clock clock;

    PrivacyRules(PrivacySettingStore store, RoundStore rounds, PrivacyAudit audit, Clock clock) {
        this.store = store;
        this.rounds = rounds;
        this.audit = audit;
        this.clock = clock;
    }

    PrivacySettings settings(long orgId) {
        return store.find(orgId).orElse(PrivacySettings.STANDARD);
    }

    /** What is waiting already keeps the day that was said. Rounds begin at once when they are switched on. */
    @Transactional
    public PrivacySettings set(Actor actor, PrivacySettings input) {
        requireAdmin(actor);
        store.set(actor, input, clock.instant());
        if (input.looksThrough()) {
            rounds.begin(actor.orgId(), clock.instant());
        } else {
            rounds.end(actor.orgId());
        }
        audit.record(actor.orgId(), actor.principalId(), AuditKind.SETTINGS_CHANGED, null, Map.of("settings", input));
        return input;
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw PrivacyProblem.NOT_ALLOWED.problem();
        }
    }
}
