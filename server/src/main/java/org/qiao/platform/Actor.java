package org.qiao.platform;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;

/**
 * Who acts, in which company. First parameter of every service method that acts for someone.
 *
 * @param orgId the company; every SQL statement on tenant data names it
 * @param principalId the acting member, customer or bot
 * @param grants administrative rights in this company, empty for an ordinary member
 * @param locale language of texts made for this person
 * @param zone the company's zone: work days and shifts are local dates in it
 */
public record Actor(long orgId, long principalId, Set<Grant> grants, Locale locale, ZoneId zone) {

    public Actor {
        grants = Set.copyOf(grants);
    }

    /** True for the owner and for full administrators. */
    public boolean isAdmin() {
        return grants.contains(Grant.OWNER) || grants.contains(Grant.ADMIN);
    }

    public boolean isOwner() {
        return grants.contains(Grant.OWNER);
    }

    /** True for whoever may open the administration at all; a sub-administrator acts only inside the own departments. */
    public boolean mayAdminister() {
        return !grants.isEmpty();
    }
}
