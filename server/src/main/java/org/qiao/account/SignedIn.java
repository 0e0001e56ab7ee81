package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.springframework.security.core.Authentication;

/**
 * A request with a valid token: the account, and the person in a company when the account works in one; or a guest.
 *
 * @param accountId 0 for a guest, who has none
 * @param actor null while the account belongs to no company, or is disabled in the one it had chosen; for a blocked guest
 * @param guest a customer's device: it opens nothing but what is made for guests
 */
public record SignedIn(
        long sessionId, long accountId, @Nullable Actor actor, boolean disabled, boolean guest) {

    /** A device of an account. */
    public static SignedIn member(long sessionId, long accountId, @Nullable Actor actor, boolean disabled) {
        return new SignedIn(sessionId, accountId, actor, disabled, false);
    }

    /** Who of the companies' people is behind a request that is also open to strangers. A guest is a stranger here. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return any(request).filter(signedIn -> !signedIn.guest());
    }

    static Optional<SignedIn> any(HttpServletRequest request) {
        return request.getUserPrincipal() instanceof Authentication authentication
                        && authentication.getPrincipal() instanceof SignedIn signedIn
                ? Optional.of(signedIn)
                : Optional.empty();
    }

    public Optional<Actor> person() {
        return Optional.ofNullable(actor);
    }
}
