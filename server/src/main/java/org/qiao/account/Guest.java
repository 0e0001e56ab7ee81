package org.qiao.account;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.qiao.platform.Actor;

/**
 * A customer who calls with the token of his device: the parameter of every controller under {@code /api/visit} that strangers may
 * not call. Members of the company are strangers there, as guests are everywhere else.
 *
 * @param sessionId of the device, see {@link Guests}
 * @param actor the customer in his company, without rights
 */
public record Guest(long sessionId, Actor actor) {

    /** Who is behind a request that is also open to strangers; empty for a blocked guest, too. */
    public static Optional<Guest> of(HttpServletRequest request) {
        return SignedIn.any(request).filter(SignedIn::guest).flatMap(Guest::of);
    }

    static Optional<Guest> of(SignedIn signedIn) {
        return signedIn.person().map(actor -> new Guest(signedIn.sessionId(), actor));
    }

    public long orgId() {
        return actor.orgId();
    }

    /** The customer's principal. */
    public long id() {
        return actor.principalId();
    }
}
