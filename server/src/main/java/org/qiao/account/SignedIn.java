package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.security.core.Authentication;

/**
 * A request with a valid token: the account, and the person in a company when the account works in one.
 *
 * @param actor null while the account belongs to no company, or is disabled in the one it had chosen
 */
public record SignedIn(
        long sessionId, long accountId, @Nullable Actor actor, boolean disabled) {

    /** Who is behind a request that is also open to strangers. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    public Optional<Actor> person() {
        return Optional.ofNullable(actor);
    }
}
