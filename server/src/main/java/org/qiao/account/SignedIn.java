package org.qiao.account;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;

/**
 * A request with a valid token: the account, and the person in a company when the account works in one.
 *
 * @param actor null while the account belongs to no company, or is disabled in the one it had chosen
 */
public record SignedIn(
        long sessionId, long accountId, @Nullable Actor actor, boolean disabled) {

    public Optional<Actor> person() {
        return Optional.ofNullable(actor);
    }
}
