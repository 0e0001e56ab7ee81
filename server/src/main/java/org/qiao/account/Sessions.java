package org.qiao.account;

import java.time.Clock;
import java.util.Optional;
import org.qiao.platform.SecureTokens;
import org.springframework.stereotype.Service;

/** Turns a token into the person behind it. Used by HTTP and by the socket gateway alike. */
@Service
public class Sessions {

    /** Cookie of the browser: httpOnly, SameSite=Strict. Programs send the same token as a bearer. */
    public static final String COOKIE = "qiao_session";

    private final SessionStore store;
    private final Clock clock;

    Sessions(SessionStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** Empty for an unknown, expired or revoked token. */
    public Optional<SignedIn> find(String token) {
        return store.find(SecureTokens.hash(token), clock.instant());
    }
}
