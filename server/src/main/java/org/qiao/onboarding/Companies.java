package org.qiao.onboarding;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.qiao.account.Account;
import org.qiao.account.Accounts;
import org.qiao.account.Principals;
import org.qiao.account.SignedIn;
import org.qiao.directory.MemberState;
import org.qiao.directory.Members;
import org.qiao.directory.NewMember;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.directory.Orgs.NewOrg;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Founding a company: the company, its root department, its first member, who owns it. */
@Service
public class Companies {

    /** Until the owner changes it in the company's settings. */
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private static final int MAX_PER_ACCOUNT = 200;

    private final Orgs orgs;
    private final Members members;
    private final Accounts accounts;
    private final Principals principals;
    private final OnboardingSettings settings;

    Companies(Orgs orgs, Members members, Accounts accounts, Principals principals, OnboardingSettings settings) {
        this.orgs = orgs;
        this.members = members;
        this.accounts = accounts;
        this.principals = principals;
        this.settings = settings;
    }

    /** The new company's owner. */
    @Transactional
    public Actor create(String companyName, String ownerName, long accountId, Locale locale) {
        return create(new NewOrg(companyName, ZONE, locale.toLanguageTag(), false), ownerName, accountId, locale);
    }

    /** A further company of somebody who is signed in. */
    @Transactional
    Actor found(SignedIn signedIn, FoundRequest body) {
        if (!settings.openCompanies()) {
            throw OnboardingProblem.COMPANIES_CLOSED.problem();
        }
        if (principals.listOf(signedIn.accountId()).size() >= MAX_PER_ACCOUNT) {
            throw OnboardingProblem.TOO_MANY_COMPANIES.problem("max", MAX_PER_ACCOUNT);
        }
        Locale locale = Locale.forLanguageTag(accounts.get(signedIn.accountId()).locale());
        return create(body.name(), body.memberName(), signedIn.accountId(), locale);
    }

    private Actor create(NewOrg company, String ownerName, long accountId, Locale locale) {
        OrgView org = orgs.create(company);
        Account account = accounts.get(accountId);
        NewMember owner = NewMember.of(ownerName, account.phone(), account.email(), MemberState.ACTIVE);
        long ownerId = members.add(org.id(), owner);
        principals.claim(org.id(), ownerId);
        orgs.setFirstOwner(org.id(), ownerId);
        return new Actor(org.id(), ownerId, Set.of(Grant.OWNER), locale, ZoneId.of(org.zone()));
    }
}
