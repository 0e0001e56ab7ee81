package org.qiao.tagrule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.qiao.customerprofile.RuleTags;
import org.qiao.customerprofile.RuleTags.Quiet;
import org.qiao.platform.FaultPoints;
import org.qiao.tagrule.SilenceStore.Due;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Goes through a company's customers for one rule: a portion is one transaction with the place it came to, so a crash repeats it. */
@Component
class SilencePass {

    private static final int PORTION = 500;
    /** Who has been silent for days may be found an hour late. */
    private static final Duration AGAIN = Duration.ofHours(1);

    private final SilenceStore store;
    private final TagRuleStore rules;
    private final RuleTags tags;
    private final Clock clock;

    SilencePass(SilenceStore store, TagRuleStore rules, RuleTags tags, Clock clock) {
        this.store = store;
        this.rules = rules;
        this.tags = tags;
        this.clock = clock;
    }

    /** @return whether anything was due */
    @Transactional
    public boolean once() {
        Optional<Due> due = store.due(clock.instant());
        due.ifPresent(this::look);
        return due.isPresent();
    }

    private void look(Due due) {
        TagRuleRow rule = rules.find(due.orgId(), due.ruleId()).orElseThrow();
        Instant now = clock.instant();
        Instant since = now.minus(Duration.ofDays(Objects.requireNonNull(rule.days())));
        List<Quiet> quiet = tags.quiet(due.orgId(), since, due.after(), PORTION);
        Set<Long> found = store.found(due, quiet.stream().map(Quiet::relationId).toList());
        Map<Long, Long> fresh = new LinkedHashMap<>();
        quiet.stream()
                .filter(each -> !found.contains(each.relationId()))
                .forEach(each -> fresh.put(each.relationId(), each.customerId()));
        if (!fresh.isEmpty()) {
            Map<Long, Set<Long>> set = tags.set(due.orgId(), rule.name(), rule.tags(), fresh);
            store.add(due, fresh.keySet(), set);
            rules.count(rule, set.size(), now);
        }
        FaultPoints.reached("tagrule.silence");
        boolean more = quiet.size() == PORTION;
        store.goOn(due, more ? quiet.getLast().relationId() : 0, more ? now : now.plus(AGAIN));
    }
}
