package org.qiao.onboarding;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qiao.directory.Card;
import org.qiao.directory.Members;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/** The two names a stranger with a valid link gets to see: the company's and the member's. */
@Service
class People {

    private final Orgs orgs;
    private final Members members;

    People(Orgs orgs, Members members) {
        this.orgs = orgs;
        this.members = members;
    }

    String companyName(long orgId) {
        return orgs.get(orgId).name();
    }

    String name(long orgId, long memberId) {
        return members.cards(as(orgId, memberId), List.of(memberId)).stream()
                .findFirst()
                .map(Card::name)
                .orElse("");
    }

    /** For looking something up on behalf of a member who is not here; without any right. */
    private Actor as(long orgId, long memberId) {
        OrgView org = orgs.get(orgId);
        return new Actor(orgId, memberId, Set.of(), Locale.forLanguageTag(org.locale()), ZoneId.of(org.zone()));
    }
}
