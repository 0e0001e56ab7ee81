package org.qiao.ding;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.ding.Drafts.Draft;
import org.qiao.ding.Ranges.Candidate;
import org.qiao.dingrule.DingRule.Reason;
import org.qiao.dingrule.DingSettings;
import org.qiao.dingrule.Ladder;
import org.qiao.dingrule.QuietHours;
import org.qiao.dingrule.Quotas;
import org.qiao.dingrule.RuleBook;
import org.qiao.dingrule.Way;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.OrgView;
import org.qiao.notice.Channel;
import org.qiao.notice.Notices;
import org.qiao.notice.SmsText;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** Says before sending what would happen: how many, by what, for how much, who not and why, who later. */
@Service
class Estimates {

    private static final int SHOWN = 100;
    /** As long as a link is. */
    private static final int TOKEN = 43;

    private final Drafts drafts;
    private final RuleBook rules;
    private final Quotas quotas;
    private final Quiet quiet;
    private final Notices notices;
    private final Members members;
    private final Names names;

    Estimates(
            Drafts drafts, RuleBook rules, Quotas quotas, Quiet quiet, Notices notices, Members members, Names names) {
        this.drafts = drafts;
        this.rules = rules;
        this.quotas = quotas;
        this.quiet = quiet;
        this.notices = notices;
        this.members = members;
        this.names = names;
    }

    /** Everything at most: as if nobody confirmed, without stand-ins. */
    record EstimateView(
            int recipients,
            int outsiders,
            List<WayCost> ways,
            long costFen,
            People refused,
            People limited,
            People postponed,
            boolean mayOverride) {}

    /**
     * @param units pieces of SMS, started calls, else as many as people
     * @param left what the quotas still allow; null without a limit
     */
    record WayCost(
            Way way,
            int people,
            int units,
            int priceFen,
            long costFen,
            @Nullable Integer left) {}

    /** @param items at most 100 */
    record People(int total, List<Affected> items) {}

    record Affected(
            @Nullable Card person,
            String name,
            @Nullable String phone,
            Set<Way> ways,
            @Nullable Reason reason,
            @Nullable Instant until) {}

    /** What a sender can choose from. @param channels those that are connected */
    record Options(
            Ladder ladder,
            Set<Way> ways,
            int recipientsMax,
            int dingsPerHour,
            boolean mayOverride,
            @Nullable QuietHours quiet,
            Set<Channel> channels) {}

    Options options(Actor actor) {
        DingSettings settings = rules.settings(actor.orgId());
        return new Options(
                settings.ladder(),
                Set.of(Way.values()),
                settings.recipientsMax(),
                settings.dingsPerHour(),
                rules.mayOverride(actor, settings),
                settings.quiet(),
                notices.prices(actor.orgId()).keySet());
    }

    EstimateView estimate(Actor actor, DingDraft input, String linkBase) {
        Draft draft = drafts.check(actor, input);
        List<WayCost> ways = ways(actor, draft, linkBase);
        List<Affected> refused = new ArrayList<>();
        List<Affected> limited = new ArrayList<>();
        Map<Long, Card> cards = cards(actor, draft);
        for (Candidate person : draft.people()) {
            Affected affected = affected(person, cards, null);
            if (person.isRefused()) {
                refused.add(affected);
            } else if (person.answer().reason() != null) {
                limited.add(affected);
            }
        }
        int outsiders = (int) draft.reached().stream()
                .filter(person -> person.memberId() == null)
                .count();
        return new EstimateView(
                draft.reached().size(),
                outsiders,
                ways,
                ways.stream().mapToLong(WayCost::costFen).sum(),
                shown(refused),
                shown(limited),
                shown(postponed(actor, draft, cards)),
                rules.mayOverride(actor, draft.settings()));
    }

    private List<WayCost> ways(Actor actor, Draft draft, String linkBase) {
        Map<Channel, Integer> prices = notices.prices(actor.orgId());
        Quotas.Payer payer = new Quotas.Payer(actor.orgId(), actor.principalId(), actor.zone());
        int pieces = pieces(actor, draft, linkBase);
        List<WayCost> costs = new ArrayList<>();
        for (Way way : Way.values()) {
            int uses = draft.uses(way);
            if (uses == 0) {
                continue;
            }
            int units = way == Way.SMS ? uses * pieces : uses;
            int price = way.channel() == null ? 0 : prices.getOrDefault(way.channel(), 0);
            costs.add(new WayCost(way, draft.people(way), units, price, (long) units * price, quotas.left(payer, way)));
        }
        return costs;
    }

    private int pieces(Actor actor, Draft draft, String linkBase) {
        OrgView org = names.org(actor.orgId());
        String sender = names.of(actor.orgId(), Set.of(actor.principalId())).getOrDefault(actor.principalId(), "");
        String link = linkBase.isEmpty() ? "" : linkBase + Steps.PATH + "0".repeat(TOKEN);
        return SmsText.count(Wording.sms(
                Locale.forLanguageTag(org.locale()),
                new Wording.Message(org.name(), sender, draft.input().plainText(), null, link, null)));
    }

    private List<Affected> postponed(Actor actor, Draft draft, Map<Long, Card> cards) {
        List<Affected> later = new ArrayList<>();
        if (draft.input().reason() != null) {
            return later;
        }
        Quiet.Hours hours = quiet.hours(
                actor.orgId(),
                draft.reached().stream()
                        .map(Candidate::memberId)
                        .filter(Objects::nonNull)
                        .toList());
        for (Candidate person : draft.reached()) {
            Instant end = hours.end(person.memberId(), draft.sendAt());
            if (end != null) {
                later.add(affected(person, cards, end));
            }
        }
        return later;
    }

    private static Affected affected(Candidate person, Map<Long, Card> cards, @Nullable Instant until) {
        Long id = person.memberId();
        return new Affected(
                id == null ? null : cards.get(id),
                person.name(),
                masked(person.phone()),
                person.answer().ways(),
                person.isRefused() && person.answer().reason() == null
                        ? Reason.NO_RULE
                        : person.answer().reason(),
                until);
    }

    /** "138****8000": enough to recognise a number that one typed. */
    static @Nullable String masked(@Nullable String phone) {
        if (phone == null) {
            return null;
        }
        String plain = phone.startsWith("+86") ? phone.substring(3) : phone;
        int hidden = Math.min(4, plain.length() - 4);
        int start = Math.max(1, plain.length() - 4 - hidden);
        return plain.substring(0, start) + "****" + plain.substring(plain.length() - 4);
    }

    private static People shown(List<Affected> all) {
        return new People(all.size(), List.copyOf(all.subList(0, Math.min(SHOWN, all.size()))));
    }

    private Map<Long, Card> cards(Actor actor, Draft draft) {
        Set<Long> ids = new HashSet<>();
        draft.people().stream()
                .map(Candidate::memberId)
                .filter(Objects::nonNull)
                .forEach(ids::add);
        Map<Long, Card> cards = new HashMap<>();
        members.cards(actor, ids).forEach(card -> cards.put(card.id(), card));
        return cards;
    }
}
