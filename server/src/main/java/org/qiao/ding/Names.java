package org.qiao.ding;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qiao.account.Membership;
import org.qiao.account.Principals;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Who people and companies are, where nobody is signed in: for the clock, for what comes back, for the public page. */
@Component
class Names {

    private final Orgs orgs;
    private final Members members;
    private final Principals principals;

    Names(Orgs orgs, Members members, Principals principals) {
        this.orgs = orgs;
        this.members = members;
        this.principals = principals;
    }

    OrgView org(long orgId) {
        return orgs.get(orgId);
    }

    ZoneId zone(long orgId) {
        return ZoneId.of(org(orgId).zone());
    }

    Map<Long, String> of(long orgId, Collection<Long> ids) {
        Map<Long, String> names = new HashMap<>();
        for (Card card : members.cards(nobody(orgId), List.copyOf(ids))) {
            names.put(card.id(), card.name());
        }
        return names;
    }

    /** Of these, those who are members now. */
    Set<Long> present(long orgId, Collection<Long> ids) {
        return members.present(nobody(orgId), ids);
    }

    /** The person as if signed in, with the rights of today; without any right when the person may not enter any more. */
    Actor actor(long orgId, long principalId) {
        OrgView org = org(orgId);
        Membership person = principals
                .find(orgId, principalId)
                .filter(Membership::enabled)
                .orElseThrow(DingProblem.NOT_FOUND::problem);
        Locale locale = principals
                .locales(orgId, List.of(principalId))
                .getOrDefault(principalId, Locale.forLanguageTag(org.locale()));
        return new Actor(orgId, principalId, person.grants(), locale, ZoneId.of(org.zone()));
    }

    private static Actor nobody(long orgId) {
        return new Actor(orgId, 0, Set.of(), Locale.ROOT, ZoneOffset.UTC);
    }
}
