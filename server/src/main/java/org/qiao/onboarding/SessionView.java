package org.qiao.onboarding;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Account;
import org.qiao.directory.MemberView;
import org.qiao.directory.OrgView;
import org.qiao.platform.Duty;
import org.qiao.platform.Grant;

/**
 * Who am I, where, and what may I?
 *
 * @param member null while the account works in no company, or is disabled in the one it had chosen
 * @param duties parts of the administration that are open to somebody who is no administrator
 * @param token only for programs, only in the answer to signing in
 */
public record SessionView(
        Account account,
        @Nullable MemberView member,
        boolean disabled,
        List<CompanyView> companies,
        Set<Grant> grants,
        Set<Duty> duties,
        @Nullable OrgView org,
        Instant serverTime,
        @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String token) {

    public SessionView {
        companies = List.copyOf(companies);
        grants = Set.copyOf(grants);
        duties = Set.copyOf(duties);
    }

    SessionView withToken(String newToken) {
        return new SessionView(account, member, disabled, companies, grants, duties, org, serverTime, newToken);
    }

    @Override
    public String toString() {
        return "SessionView[account=" + account.id() + "]";
    }
}
