package org.qiao.ding;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.qiao.dingrule.Preferences;
import org.qiao.dingrule.QuietHours;
import org.qiao.dingrule.RuleBook;
import org.springframework.stereotype.Component;

/** Whose quiet hours cover a moment: a member's own, else the company's. */
@Component
class Quiet {

    private final RuleBook rules;
    private final Preferences preferences;
    private final Names names;

    Quiet(RuleBook rules, Preferences preferences, Names names) {
        this.rules = rules;
        this.preferences = preferences;
        this.names = names;
    }

    /** When the quiet of recipients ends, by the recipient's id; who is not in quiet hours, or whose DING breaks them, is left out. */
    Map<Long, Instant> until(List<Recipient> recipients, Map<Long, Ding> dings, Instant at) {
        Map<Long, List<Recipient>> byOrg = new HashMap<>();
        for (Recipient recipient : recipients) {
            if (!Objects.requireNonNull(dings.get(recipient.dingId())).breaksQuiet()) {
                byOrg.computeIfAbsent(recipient.orgId(), org -> new ArrayList<>())
                        .add(recipient);
            }
        }
        Map<Long, Instant> until = new HashMap<>();
        byOrg.forEach((orgId, some) -> {
            Hours hours = hours(
                    orgId,
                    some.stream()
                            .map(Recipient::principalId)
                            .filter(Objects::nonNull)
                            .toList());
            for (Recipient recipient : some) {
                Instant end = hours.end(recipient.principalId(), at);
                if (end != null) {
                    until.put(recipient.id(), end);
                }
            }
        });
        return until;
    }

    Hours hours(long orgId, Collection<Long> members) {
        return new Hours(rules.settings(orgId).quiet(), preferences.quiet(orgId, members), names.zone(orgId));
    }

    record Hours(@Nullable QuietHours company, Map<Long, QuietHours> own, ZoneId zone) {

        /** @param memberId null for somebody without an account */
        @Nullable
        Instant end(@Nullable Long memberId, Instant at) {
            QuietHours hours = memberId == null ? company : own.getOrDefault(memberId, company);
            return hours == null ? null : hours.end(at, zone).orElse(null);
        }
    }
}
