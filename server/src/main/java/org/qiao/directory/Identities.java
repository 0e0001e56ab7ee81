package org.qiao.directory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Accounts;
import org.qiao.account.Guests;
import org.qiao.account.Membership;
import org.qiao.account.Principals;
import org.qiao.platform.Grant;
import org.springframework.stereotype.Service;

/** What the directory tells the account module about its members: who exists, who may enter, with which rights. */
@Service
class Identities {

    private final Accounts accounts;
    private final Principals principals;
    private final Guests guests;

    Identities(Accounts accounts, Principals principals, Guests guests) {
        this.accounts = accounts;
        this.principals = principals;
        this.guests = guests;
    }

    /** Those of the ids that are customers. */
    Map<Long, Guests.Face> customers(long orgId, Collection<Long> ids) {
        return guests.faces(orgId, ids);
    }

    /** The account the company means by this phone or e-mail; null when it knows neither. */
    @Nullable
    Long account(@Nullable String phone, @Nullable String email, Locale locale) {
        return phone == null && email == null ? null : accounts.findOrCreate(phone, email, locale);
    }

    /** Those of the ids that are voices of apps. */
    List<Card> voices(long orgId, Collection<Long> ids) {
        return principals.voices(orgId, ids).entrySet().stream()
                .map(voice -> Card.voice(voice.getKey(), voice.getValue()))
                .toList();
    }

    long create(long orgId, @Nullable Long accountId) {
        return principals.createMember(orgId, accountId);
    }

    /** Principals of those whom no account of the server resembles; the others are left out, see {@link Accounts#createStrangers}. */
    Map<Accounts.Contact, Long> createStrangers(long orgId, Collection<Accounts.Contact> people, Locale locale) {
        Map<Accounts.Contact, Long> created = accounts.createStrangers(people, locale);
        Map<Long, Long> members = principals.createMembers(orgId, created.values());
        Map<Accounts.Contact, Long> ids = new HashMap<>();
        created.forEach((person, account) -> ids.put(person, Objects.requireNonNull(members.get(account))));
        return ids;
    }

    Optional<Long> holder(long orgId, @Nullable Long accountId) {
        return accountId == null
                ? Optional.empty()
                : principals.findAccount(orgId, accountId).map(Membership::principalId);
    }

    /** Another login only when it is another account: a member keeps what the person has claimed. */
    void link(long orgId, long memberId, @Nullable Long accountId) {
        Membership now = principals.find(orgId, memberId).orElseThrow(DirectoryProblem.NOT_FOUND::problem);
        if (accountId != null && !accountId.equals(now.accountId())) {
            principals.setAccount(orgId, memberId, accountId);
        }
    }

    boolean isClaimed(long orgId, long memberId) {
        return principals.find(orgId, memberId).map(Membership::claimed).orElse(false);
    }

    void setEnabled(long orgId, long memberId, boolean enabled) {
        principals.setEnabled(orgId, memberId, enabled);
    }

    void setGrants(long orgId, long memberId, Set<Grant> grants) {
        principals.setGrants(orgId, memberId, grants);
    }

    Set<Grant> grants(long orgId, long memberId) {
        return principals.find(orgId, memberId).map(Membership::grants).orElse(Set.of());
    }

    Map<Long, Set<Grant>> grants(long orgId, Collection<Long> memberIds) {
        return principals.findAll(orgId, memberIds).stream()
                .collect(Collectors.toMap(Membership::principalId, Membership::grants));
    }
}
