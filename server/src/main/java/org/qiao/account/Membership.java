package org.qiao.account;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Grant;

/**
 * A person's place in a company, as far as signing in goes.
 *
 * @param accountId null for a member without a phone number and e-mail address: nobody can sign in
 * @param claimed false until the person has used the company's link; until then the account does not enter the company
 */
public record Membership(
        long principalId, long orgId, @Nullable Long accountId, boolean enabled, boolean claimed, Set<Grant> grants) {

    public Membership {
        grants = Set.copyOf(grants);
    }
}
