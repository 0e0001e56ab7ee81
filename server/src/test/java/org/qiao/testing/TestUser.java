package org.qiao.testing;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Set;
import org.qiao.platform.Actor;
import org.qiao.platform.Grant;
import org.springframework.http.HttpHeaders;

/** A signed-in member, or a customer: {@code http.get().uri(…).headers(user::signIn)}. */
public record TestUser(long orgId, long accountId, long id, String token) {

    public void signIn(HttpHeaders headers) {
        headers.setBearerAuth(token);
    }

    /** A customer, see {@link Given#guest}. */
    public boolean isGuest() {
        return accountId == 0;
    }

    /** For calling services directly; without administrative rights. */
    public Actor actor(Grant... grants) {
        return new Actor(orgId, id, Set.of(grants), Locale.SIMPLIFIED_CHINESE, ZoneId.of("Asia/Shanghai"));
    }
}
