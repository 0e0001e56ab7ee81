package org.qiao.material;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Principals;
import org.qiao.attachment.AttachedKind;
import org.qiao.attachment.AttachedLink;
import org.qiao.attachment.AttachmentSource;
import org.qiao.attachment.LinkKeeper;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Component;

/**
 * What of the library goes out behind words to many, in the name of whoever says them, so that he sees who opened it. A link that stands
 * nowhere else is a material that no list shows.
 */
@Component
class MaterialAttachments implements AttachmentSource, LinkKeeper {

    private final MaterialStore store;
    private final MaterialSends sends;
    private final Principals principals;
    private final Clock clock;

    MaterialAttachments(MaterialStore store, MaterialSends sends, Principals principals, Clock clock) {
        this.store = store;
        this.sends = sends;
        this.principals = principals;
        this.clock = clock;
    }

    @Override
    public Set<AttachedKind> kinds() {
        return Set.of(AttachedKind.LINK, AttachedKind.MATERIAL);
    }

    @Override
    public Map<Long, Thing> find(long orgId, @Nullable Actor actor, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : store.findAll(orgId, ids).stream()
                        .filter(material -> material.kind() != MaterialKind.TEXT)
                        .filter(material -> actor == null || Materials.isSeen(actor, material))
                        .collect(Collectors.toMap(Material::id, MaterialAttachments::thing));
    }

    private static Thing thing(Material material) {
        Material.Content content = material.content();
        return new Thing(
                content.title(),
                content.url().isEmpty() ? Materials.excerpt(content.text()) : content.url(),
                content.fileId(),
                Stream.of(content.title(), content.text(), content.url())
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    @Override
    public OptionalLong say(Saying saying, long id) {
        Locale locale = principals
                .locales(saying.orgId(), List.of(saying.senderId()))
                .getOrDefault(saying.senderId(), Locale.CHINESE);
        return store.find(saying.orgId(), id).stream()
                .mapToLong(material -> sends.say(saying, material, locale))
                .findFirst();
    }

    @Override
    public long keep(Actor actor, AttachedLink link) {
        Material.Content content =
                new Material.Content(MaterialKind.LINK, null, link.title(), link.about(), link.url(), link.pictureId());
        return store.insertLoose(actor, content, clock.instant());
    }
}
