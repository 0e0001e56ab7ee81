package org.qiao.ding;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.dingrule.Ladder.Target;
import org.qiao.dingrule.Quotas;
import org.qiao.dingrule.Way;
import org.qiao.directory.OrgView;
import org.qiao.notice.Channel;
import org.qiao.notice.NoticeMoved;
import org.qiao.notice.NoticeOrder;
import org.qiao.notice.Notices;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The only way out to people: writes down steps, uses the quotas, orders what is to be carried and makes the links, all in the
 * caller's transaction and set by set. Either all of it happens or nothing does, and a step happens once whoever asks for it.
 */
@Component
class Steps {

    static final String PATH = "/ding/";
    private static final String APP_PATH = "/dings/";

    private final StepStore store;
    private final Notices notices;
    private final Quotas quotas;
    private final Names names;
    private final Principals principals;
    private final Tellings tellings;
    private final Clock clock;

    Steps(
            StepStore store,
            Notices notices,
            Quotas quotas,
            Names names,
            Principals principals,
            Tellings tellings,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.quotas = quotas;
        this.names = names;
        this.principals = principals;
        this.tellings = tellings;
        this.clock = clock;
    }

    /**
     * A step as it is written down.
     *
     * @param token of its link; empty for none
     */
    record Taken(Plan plan, String token, @Nullable String reason) {

        String tokenHash() {
            return token.isEmpty() ? "" : HexFormat.of().formatHex(SecureTokens.hash(token));
        }

        String state() {
            if (reason != null) {
                return "FAILED";
            }
            return plan.way() == Way.APP ? "DELIVERED" : "QUEUED";
        }
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void take(List<Plan> plans) {
        if (plans.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        Set<Plan> beyond = beyondQuotas(plans);
        List<Taken> taken = plans.stream()
                .map(plan -> new Taken(plan, token(plan), beyond.contains(plan) ? "QUOTA" : plan.refusal()))
                .toList();
        Set<String> fresh = new HashSet<>(store.insert(taken, now));
        List<Taken> ordered = taken.stream()
                .filter(step ->
                        step.reason() == null && fresh.contains(step.plan().key()))
                .toList();
        order(ordered);
        tell(ordered, now);
    }

    private static String token(Plan plan) {
        boolean links = plan.way() == Way.SMS || plan.way() == Way.EMAIL;
        return links && !plan.ding().linkBase().isEmpty() ? SecureTokens.create() : "";
    }

    /** The last ones of each payer give way. */
    private Set<Plan> beyondQuotas(List<Plan> plans) {
        Map<Plan.Payer, List<Plan>> byPayer = new TreeMap<>();
        for (Plan plan : plans) {
            if (plan.refusal() == null) {
                byPayer.computeIfAbsent(plan.payer(), payer -> new ArrayList<>())
                        .add(plan);
            }
        }
        Set<Plan> beyond = new HashSet<>();
        byPayer.forEach((payer, wanted) -> {
            ZoneId zone = names.zone(payer.orgId());
            int allowed =
                    quotas.take(new Quotas.Payer(payer.orgId(), payer.senderId(), zone), payer.way(), wanted.size());
            beyond.addAll(wanted.subList(allowed, wanted.size()));
        });
        return beyond;
    }

    private void order(List<Taken> steps) {
        Map<Long, List<Taken>> byOrg = new TreeMap<>();
        for (Taken step : steps) {
            if (step.plan().way().channel() != null) {
                byOrg.computeIfAbsent(step.plan().ding().orgId(), org -> new ArrayList<>())
                        .add(step);
            }
        }
        byOrg.forEach((orgId, some) -> notices.order(orgId, orders(orgId, some)));
    }

    private List<NoticeOrder> orders(long orgId, List<Taken> steps) {
        OrgView org = names.org(orgId);
        Set<Long> people = new HashSet<>();
        Set<Long> standIns = new HashSet<>();
        for (Taken step : steps) {
            Plan plan = step.plan();
            people.add(plan.ding().senderId());
            if (plan.targetId() != null) {
                standIns.add(plan.targetId());
                if (plan.recipient().principalId() != null) {
                    people.add(plan.recipient().principalId());
                }
            }
        }
        Map<Long, String> called = names.of(orgId, people);
        Map<Long, Locale> locales = principals.locales(orgId, standIns);
        return steps.stream().map(step -> order(step, org, called, locales)).toList();
    }

    private static NoticeOrder order(Taken step, OrgView org, Map<Long, String> called, Map<Long, Locale> locales) {
        Plan plan = step.plan();
        Ding ding = plan.ding();
        Recipient recipient = plan.recipient();
        Channel channel = Objects.requireNonNull(plan.way().channel());
        boolean toPerson = plan.target() == Target.PERSON;
        Locale locale = toPerson
                ? recipient.locale()
                : locales.getOrDefault(Objects.requireNonNull(plan.targetId()), Locale.forLanguageTag(org.locale()));
        String person =
                recipient.principalId() == null ? recipient.name() : called.getOrDefault(recipient.principalId(), "");
        Wording.Message message = new Wording.Message(
                org.name(),
                called.getOrDefault(ding.senderId(), ""),
                ding.text(),
                toPerson ? null : person,
                link(step),
                ding.recordingId());
        return new NoticeOrder(
                plan.key(),
                channel,
                toPerson ? recipient.principalId() : plan.targetId(),
                toPerson ? recipient.phone() : null,
                locale,
                Wording.of(plan.way(), locale, message),
                plan.notBefore(),
                ding.expiresAt(),
                plan.way() == Way.SMS || plan.way() == Way.VOICE);
    }

    /** The public page for who may have no app at hand; a push comes to a device that is signed in. */
    private static String link(Taken step) {
        String base = step.plan().ding().linkBase();
        if (base.isEmpty()) {
            return "";
        }
        return step.plan().way() == Way.PUSH
                ? base + APP_PATH + step.plan().ding().id()
                : step.token().isEmpty() ? "" : base + PATH + step.token();
    }

    private void tell(List<Taken> steps, Instant now) {
        Map<Long, Set<Long>> reached = new HashMap<>();
        Map<Long, Ding> dings = new HashMap<>();
        for (Taken step : steps) {
            Plan plan = step.plan();
            dings.put(plan.ding().id(), plan.ding());
            Long person = plan.target() == Target.PERSON ? plan.recipient().principalId() : plan.targetId();
            if (plan.way() == Way.APP && person != null && !plan.notBefore().isAfter(now)) {
                reached.computeIfAbsent(plan.ding().id(), id -> new HashSet<>()).add(person);
            }
        }
        reached.forEach((dingId, people) -> tellings.tell(people, dingId, Tellings.Kind.RECEIVED));
        dings.values().forEach(tellings::board);
    }

    /** What has not left yet will not. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void cancel(long orgId, Collection<Long> recipients) {
        List<String> keys = store.cancel(orgId, recipients, clock.instant());
        if (!keys.isEmpty()) {
            notices.cancel(orgId, keys);
        }
    }

    /** Those who were asked to stand in for one of these recipients. */
    List<Long> standIns(long orgId, Collection<Long> recipients) {
        return store.standIns(orgId, recipients);
    }

    Optional<StepStore.Row> find(long orgId, String key) {
        return store.findKey(orgId, key);
    }

    /** Writes down what became of an order; empty when it is none of ours, or known better. */
    Optional<StepStore.Row> move(NoticeMoved moved) {
        return store.move(moved);
    }
}
