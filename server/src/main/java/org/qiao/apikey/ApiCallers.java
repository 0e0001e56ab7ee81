package org.qiao.apikey;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Membership;
import org.qiao.account.Principals;
import org.qiao.apikey.ApiKeyStore.Key;
import org.qiao.directory.Members;
import org.qiao.directory.OrgView;
import org.qiao.directory.Orgs;
import org.qiao.platform.Actor;
import org.qiao.platform.PerMinute;
import org.qiao.platform.PlatformProblem;
import org.qiao.platform.Problem;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Component;

/** Finds out which program calls, whether it may, and in whose name. */
@Component
class ApiCallers {

    static final int CALLS_PER_MINUTE = 600;
    static final int GUESSES_PER_MINUTE = 300;
    private static final int MAX_KEYS = 10_000;
    private static final Duration NOTED = Duration.ofMinutes(1);
    private static final String BEARER = "Bearer ";

    private final ApiKeyStore store;
    private final Principals principals;
    private final Members members;
    private final Orgs orgs;
    private final Clock clock;
    private final PerMinute limits = new PerMinute(MAX_KEYS);

    ApiCallers(ApiKeyStore store, Principals principals, Members members, Orgs orgs, Clock clock) {
        this.store = store;
        this.principals = principals;
        this.members = members;
        this.orgs = orgs;
        this.clock = clock;
    }

    /**
     * What a request says of itself.
     *
     * @param from address of the caller: guesses are counted by it
     * @param member the header Qiao-Member
     */
    record Call(
            String from,
            @Nullable String authorization,
            @Nullable String member) {}

    ApiCaller require(Call call, ApiScope scope) {
        Key key = admit(call, scope);
        return new ApiCaller(key.id(), actor(key.orgId(), memberId(key, call.member())));
    }

    /** Nobody's name is asked for; a key for one member dies with his membership all the same. */
    ApiProgram requireProgram(Call call, ApiScope scope) {
        Key key = admit(call, scope);
        Long bound = key.memberId();
        if (bound != null && members.present(key.orgId(), List.of(bound)).isEmpty()) {
            throw ApikeyProblem.UNKNOWN_MEMBER.problem();
        }
        return new ApiProgram(key.id(), key.orgId(), key.name(), bound);
    }

    private Key admit(Call call, ApiScope scope) {
        requireLeft("guesses " + call.from(), GUESSES_PER_MINUTE, false);
        Key key = find(call);
        requireLeft("key " + key.id(), CALLS_PER_MINUTE, true);
        if (!key.scopes().contains(scope)) {
            throw ApikeyProblem.MISSING_SCOPE.problem("scope", scope.name());
        }
        Instant now = clock.instant();
        store.used(key, now, now.minus(NOTED));
        return key;
    }

    private Key find(Call call) {
        String header = call.authorization() == null ? "" : call.authorization();
        String token =
                header.startsWith(BEARER) ? header.substring(BEARER.length()).strip() : "";
        if (token.startsWith(ApiKeys.PREFIX)) {
            var found = store.find(SecureTokens.hash(token));
            if (found.isPresent()) {
                return found.get();
            }
        }
        requireLeft("guesses " + call.from(), GUESSES_PER_MINUTE, true);
        throw ApikeyProblem.UNKNOWN_KEY.problem();
    }

    private static long memberId(Key key, @Nullable String named) {
        Long bound = key.memberId();
        if (named == null || named.isBlank()) {
            if (bound == null) {
                throw ApikeyProblem.MEMBER_REQUIRED.problem();
            }
            return bound;
        }
        long wanted;
        try {
            wanted = Long.parseLong(named.strip());
        } catch (NumberFormatException e) {
            throw ApikeyProblem.UNKNOWN_MEMBER.problem();
        }
        if (bound != null && bound != wanted) {
            throw ApikeyProblem.UNKNOWN_MEMBER.problem();
        }
        return wanted;
    }

    /** With the rights the member has now. */
    private Actor actor(long orgId, long memberId) {
        if (members.present(orgId, List.of(memberId)).isEmpty()) {
            throw ApikeyProblem.UNKNOWN_MEMBER.problem();
        }
        Membership membership = principals
                .find(orgId, memberId)
                .filter(Membership::enabled)
                .orElseThrow(ApikeyProblem.UNKNOWN_MEMBER::problem);
        OrgView org = orgs.get(orgId);
        Map<Long, Locale> locales = principals.locales(orgId, List.of(memberId));
        Locale locale = locales.getOrDefault(memberId, Locale.forLanguageTag(org.locale()));
        return new Actor(orgId, memberId, membership.grants(), locale, ZoneId.of(org.zone()));
    }

    /** @param perMinute also the most at once */
    private void requireLeft(String key, int perMinute, boolean take) {
        if (!(take ? limits.take(key, perMinute) : limits.isLeft(key, perMinute))) {
            throw PlatformProblem.TOO_MANY.problem(Problem.RETRY_AFTER, 5);
        }
    }
}
