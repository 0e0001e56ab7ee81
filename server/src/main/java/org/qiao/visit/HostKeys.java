package org.qiao.visit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.PlatformProblem;
import org.qiao.visit.HostTokens.HostUser;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Secrets of host sites. Nothing secret is stored: each is derived from the server's own key and the number of its row. */
@Service
class HostKeys {

    /** A site has so long to take the new secret. */
    private static final Duration OVERLAP = Duration.ofHours(24);

    private final HostKeyStore store;
    private final VisitSeal seal;
    private final HostTokens tokens;
    private final Clock clock;

    HostKeys(HostKeyStore store, VisitSeal seal, JsonMapper json, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.tokens = new HostTokens(json);
        this.clock = clock;
    }

    /** @param secret only when it has just been made */
    record HostKeyView(
            long id,
            String audience,
            @Nullable String secret,
            Instant createdAt,
            @Nullable Instant endsAt) {}

    @Transactional(readOnly = true)
    public List<HostKeyView> list(Actor actor) {
        requireAdmin(actor);
        return store.list(actor.orgId(), clock.instant()).stream()
                .map(row -> new HostKeyView(
                        row.id(), HostTokens.audience(actor.orgId()), null, row.createdAt(), row.endsAt()))
                .toList();
    }

    /** A new secret; the old one ends after a day. */
    @Transactional
    public HostKeyView create(Actor actor) {
        requireAdmin(actor);
        Instant now = clock.instant();
        long id = store.insert(actor, now);
        store.endOthers(actor.orgId(), id, now.plus(OVERLAP));
        return new HostKeyView(id, HostTokens.audience(actor.orgId()), secret(actor.orgId(), id), now, null);
    }

    /** What was signed with it is refused from now on. */
    @Transactional
    public void end(Actor actor, long id) {
        requireAdmin(actor);
        if (!store.end(actor.orgId(), id, clock.instant())) {
            throw VisitProblem.NOT_FOUND.problem();
        }
    }

    private String secret(long orgId, long id) {
        return seal.text("host", orgId + ":" + id);
    }

    HostUser require(long orgId, String token) {
        Instant now = clock.instant();
        List<String> secrets = store.list(orgId, now).stream()
                .map(row -> secret(orgId, row.id()))
                .toList();
        Optional<HostUser> user = tokens.read(token, secrets, HostTokens.audience(orgId), now);
        return user.orElseThrow(VisitProblem.BAD_HOST_TOKEN::problem);
    }

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw PlatformProblem.FORBIDDEN.problem();
        }
    }
}
