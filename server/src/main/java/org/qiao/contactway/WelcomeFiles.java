package org.qiao.contactway;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.Attachments;
import org.qiao.attachment.Attachments.Ready;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.file.FileKeeper;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/** Attachments of welcomes. They go to every new customer: uploads among them stay when one of those is erased. */
@Component
class WelcomeFiles implements FileKeeper {

    private final ContactWayStore store;
    private final Attachments attachments;

    WelcomeFiles(ContactWayStore store, Attachments attachments) {
        this.store = store;
        this.attachments = attachments;
    }

    @Override
    public Set<Long> kept(long orgId, Collection<Long> ids) {
        Set<Long> kept = new HashSet<>(store.welcomeFiles(orgId));
        kept.retainAll(ids);
        return kept;
    }

    /** What is so of the attachments of these welcomes, of which some may be missing. */
    Ready ready(long orgId, Collection<@Nullable WayWelcome> welcomes) {
        return attachments.ready(
                orgId,
                welcomes.stream()
                        .flatMap(welcome -> WayWelcome.of(welcome).stream())
                        .toList());
    }

    /** Refuses what the actor may not attach; what was there before may stay. */
    @Nullable
    WayWelcome require(Actor actor, @Nullable WayWelcome raw, @Nullable WayWelcome before) {
        if (raw == null) {
            return null;
        }
        WayWelcome welcome = raw.with(Attachments.clean(raw.attachments()));
        attachments.require(actor, welcome.attachments(), WayWelcome.of(before));
        return welcome;
    }

    /** What customers read of a welcome, for the company's words. */
    List<String> words(long orgId, WayWelcome welcome) {
        return attachments.ready(orgId, welcome.attachments()).words(welcome.attachments());
    }

    /** As it is to be written: new links have a place. In the caller's transaction. */
    @Nullable
    WayWelcome keep(Actor actor, @Nullable WayWelcome welcome, @Nullable WayWelcome before) {
        return welcome == null
                ? null
                : welcome.with(attachments.keep(actor, welcome.attachments(), WayWelcome.of(before)));
    }
}
