package org.qiao.customergroup;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Clock;
import java.time.Duration;
import org.qiao.messaging.ExternalGroupLimit;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides. */
@Service
public class CustomerGroupRules implements ExternalGroupLimit {

    private final CustomerGroupSettingStore store;
    private final Clock clock;

    CustomerGroupRules(CustomerGroupSettingStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * What a company decides about groups with customers.
     *
     * @param most members of a group at most
     * @param perOwner groups of one owner at most
     * @param welcomeSeconds between two welcomes in one group; who came meanwhile is greeted together
     * @param membersMayOpen false: only administrators open groups
     */
    record CustomerGroupSettings(
            @Min(3) @Max(500) int most,
            @Min(1) @Max(1_000) int perOwner,
            @Min(0) @Max(3_600) int welcomeSeconds,
            boolean membersMayOpen) {

        static final CustomerGroupSettings STANDARD = new CustomerGroupSettings(500, 200, 20, true);

        Duration betweenWelcomes() {
            return Duration.ofSeconds(welcomeSeconds);
        }
    }

    CustomerGroupSettings settings(long orgId) {
        return store.find(orgId).orElse(CustomerGroupSettings.STANDARD);
    }

    @Override
    public int most(long orgId) {
        return settings(orgId).most();
    }

    @Transactional
    CustomerGroupSettings set(Actor actor, CustomerGroupSettings input) {
        if (!actor.isAdmin()) {
            throw CustomergroupProblem.NOT_ALLOWED.problem();
        }
        store.set(actor, input, clock.instant());
        return input;
    }
}
