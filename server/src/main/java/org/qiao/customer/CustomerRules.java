package org.qiao.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.qiao.audience.Audiences;
import org.qiao.audience.StartRange;
import org.qiao.directory.Members;
import org.qiao.directory.Orgs;
import org.qiao.naming.PlainText;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the company decides: who may have customers, how many, what strangers read. */
@Service
public class CustomerRules {

    private static final int COMPANIES_MAX = 2_000;

    /** A change of departments is noticed so soon. */
    private static final Duration KEPT = Duration.ofSeconds(30);

    private final CustomerSettingStore store;
    private final CustomerNoticeStore notices;
    private final Audiences audiences;
    private final Members members;
    private final Orgs orgs;
    private final Clock clock;
    private final Cache<Key, Set<Long>> ranges = Caffeine.newBuilder()
            .maximumSize(COMPANIES_MAX)
            .expireAfterWrite(KEPT)
            .build();

    CustomerRules(
            CustomerSettingStore store,
            CustomerNoticeStore notices,
            Audiences audiences,
            Members members,
            Orgs orgs,
            Clock clock) {
        this.store = store;
        this.notices = notices;
        this.audiences = audiences;
        this.members = members;
        this.orgs = orgs;
        this.clock = clock;
    }

    private record Key(long orgId, StartRange range) {}

    /**
     * The privacy notice.
     *
     * @param version rises with each change
     */
    public record Notice(int version, String text) {}

    /** How the company calls itself on cards. */
    public record Badge(String name, boolean verified) {}

    /** What every page of a customer shows of the company. */
    public record Greeting(Badge badge, Notice notice) {}

    public CustomerSettings settings(long orgId) {
        return store.find(orgId).orElse(CustomerSettings.STANDARD);
    }

    /** The version that counts now; what it says in which language makes no difference. */
    public int noticeVersion(long orgId) {
        return notices.version(orgId);
    }

    public Badge badge(long orgId) {
        return badge(settings(orgId), orgs.get(orgId).name());
    }

    public Greeting greeting(long orgId, Locale locale) {
        String company = orgs.get(orgId).name();
        return new Greeting(badge(settings(orgId), company), notices.current(orgId, company, locale));
    }

    private static Badge badge(CustomerSettings settings, String company) {
        String verified = settings.verifiedName();
        return verified.isEmpty() ? new Badge(company, false) : new Badge(verified, true);
    }

    /** Those of the members who are there and may have customers. */
    public Set<Long> eligible(long orgId, Collection<Long> ids) {
        Set<Long> found = members.present(orgId, ids);
        StartRange range = settings(orgId).range();
        if (range.equals(StartRange.EVERYONE) || found.isEmpty()) {
            return found;
        }
        Set<Long> inside = new HashSet<>(found);
        inside.retainAll(ranges.get(new Key(orgId, range), key -> audiences.people(key.orgId(), key.range())));
        return inside;
    }

    public void requireEligible(Actor actor) {
        if (eligible(actor.orgId(), Set.of(actor.principalId())).isEmpty()) {
            throw CustomerProblem.NOT_IN_RANGE.problem();
        }
    }

    @Transactional
    CustomerSettings set(Actor actor, CustomerSettings input) {
        requireAdmin(actor);
        CustomerSettings before = settings(actor.orgId());
        if (!audiences.isKnown(actor, input.range(), before.range().members())) {
            throw PlatformProblem.INVALID.problem("field", "range");
        }
        CustomerSettings clean = new CustomerSettings(
                input.range(),
                input.perMember(),
                input.perCompany(),
                PlainText.clean(input.verifiedName()),
                input.attributes(),
                input.sites(),
                input.tellsText());
        store.set(actor, clean, clock.instant());
        return clean;
    }

    public static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw CustomerProblem.NOT_ALLOWED.problem();
        }
    }
}
