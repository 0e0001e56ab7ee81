package org.qiao.attachment;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.qiao.attachment.AttachmentSource.Saying;
import org.qiao.attachment.AttachmentSource.Thing;
import org.qiao.file.FileView;
import org.qiao.file.Files;
import org.qiao.messaging.CustomerConversations;
import org.qiao.messaging.Draft;
import org.qiao.messaging.EntryKind;
import org.qiao.platform.Actor;
import org.springframework.stereotype.Service;

/**
 * What is attached to words that many customers get: checked when it is written, looked at again when it is said. What was withdrawn
 * meanwhile is left out, and the rest arrives.
 */
@Service
public class Attachments {

    private final Map<AttachedKind, AttachmentSource> sources = new EnumMap<>(AttachedKind.class);
    private final LinkKeeper links;
    private final Files files;
    private final CustomerConversations conversations;

    Attachments(List<AttachmentSource> all, LinkKeeper links, Files files, CustomerConversations conversations) {
        all.forEach(source -> source.kinds().forEach(kind -> sources.put(kind, source)));
        this.links = links;
        this.files = files;
        this.conversations = conversations;
    }

    /** As they are looked at: links in the form in which they would be kept. */
    public static List<Attached> clean(List<Attached> raw) {
        return raw.stream()
                .map(one -> one.link() == null ? one : new Attached(one.kind(), one.id(), LinkRule.clean(one.link())))
                .toList();
    }

    /**
     * Refuses what the actor may not attach; what was there before may stay.
     *
     * @param wanted clean ones
     */
    public void require(Actor actor, List<Attached> wanted, Collection<Attached> before) {
        if (!Attached.isSound(wanted)) {
            throw AttachmentProblem.TWICE.problem();
        }
        Set<Attached> known = before.stream().map(Attached::asked).collect(Collectors.toSet());
        Map<AttachedKind, Set<Long>> fresh = ids(wanted.stream()
                .filter(one -> one.kind() != AttachedKind.LINK && !known.contains(one))
                .toList());
        Map<AttachedKind, Set<Long>> found = new EnumMap<>(AttachedKind.class);
        fresh.forEach((kind, ids) -> found.put(kind, attachable(actor, kind, ids)));
        for (int i = 0; i < wanted.size(); i++) {
            Attached one = wanted.get(i);
            AttachmentProblem problem = known.contains(one.asked()) ? null : problem(actor, one, found);
            if (problem != null) {
                throw problem.problem("place", i + 1);
            }
        }
    }

    private Set<Long> attachable(Actor actor, AttachedKind kind, Set<Long> ids) {
        return kind == AttachedKind.FILE
                ? files.own(actor, ids).keySet()
                : source(kind).find(actor.orgId(), actor, ids).keySet();
    }

    private @Nullable AttachmentProblem problem(Actor actor, Attached one, Map<AttachedKind, Set<Long>> found) {
        if (one.kind() == AttachedKind.LINK) {
            return problem(actor, one.link());
        }
        if (one.isWhole() && found.getOrDefault(one.kind(), Set.of()).contains(one.idOrZero())) {
            return null;
        }
        return switch (one.kind()) {
            case FILE, LINK -> AttachmentProblem.UNKNOWN_FILE;
            case PRODUCT -> AttachmentProblem.UNKNOWN_PRODUCT;
            case MATERIAL -> AttachmentProblem.UNKNOWN_MATERIAL;
        };
    }

    private @Nullable AttachmentProblem problem(Actor actor, @Nullable AttachedLink link) {
        if (link == null || !LinkRule.isSound(link)) {
            return AttachmentProblem.BAD_LINK;
        }
        Long picture = link.pictureId();
        if (picture == null) {
            return null;
        }
        FileView own = files.own(actor, List.of(picture)).get(picture);
        return own != null && own.thumbnail() ? null : AttachmentProblem.BAD_PICTURE;
    }

    /** Gives new links a place; what was there before keeps its own. In the caller's transaction, after {@link #require}. */
    public List<Attached> keep(Actor actor, List<Attached> wanted, Collection<Attached> before) {
        Map<AttachedLink, Attached> known = new HashMap<>();
        before.stream()
                .filter(one -> one.link() != null && one.id() != null)
                .forEach(one -> known.put(Objects.requireNonNull(one.link()), one));
        List<Attached> kept = new ArrayList<>();
        for (Attached one : wanted) {
            AttachedLink link = one.link();
            if (one.kind() != AttachedKind.LINK || link == null) {
                kept.add(one);
            } else {
                Attached old = known.get(link);
                kept.add(old == null ? new Attached(AttachedKind.LINK, links.keep(actor, link), link) : old);
            }
        }
        return kept;
    }

    /** What is so of them now. */
    public Ready ready(long orgId, Collection<Attached> attached) {
        Map<AttachedKind, Set<Long>> ids = ids(attached);
        Map<AttachedKind, Map<Long, Thing>> things = new EnumMap<>(AttachedKind.class);
        ids.forEach((kind, some) -> {
            if (kind != AttachedKind.FILE) {
                things.put(kind, source(kind).find(orgId, null, some));
            }
        });
        Set<Long> uploads = things.values().stream()
                .flatMap(some -> some.values().stream())
                .map(Thing::fileId)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        uploads.addAll(ids.getOrDefault(AttachedKind.FILE, Set.of()));
        return new Ready(things, uploads.isEmpty() ? Map.of() : files.describe(orgId, uploads));
    }

    private static Map<AttachedKind, Set<Long>> ids(Collection<Attached> attached) {
        return attached.stream()
                .filter(one -> one.id() != null)
                .collect(Collectors.groupingBy(
                        Attached::kind, Collectors.mapping(Attached::idOrZero, Collectors.toSet())));
    }

    private AttachmentSource source(AttachedKind kind) {
        return Objects.requireNonNull(sources.get(kind), kind.name());
    }

    /** The key makes a repeat harmless for ever. @return its place in the conversation; empty: withdrawn, nothing was said */
    public OptionalLong say(Saying saying, Attached one, Ready ready) {
        if (one.kind() != AttachedKind.FILE) {
            return ready.isThere(one) ? source(one.kind()).say(saying, one.idOrZero()) : OptionalLong.empty();
        }
        FileView file = ready.file(one.idOrZero());
        if (file == null) {
            return OptionalLong.empty();
        }
        EntryKind kind = file.isPicture() && file.width() != null ? EntryKind.IMAGE : EntryKind.FILE;
        Draft.Body body = new Draft.Body(null, null, null, null, new Draft.FileRef(file.id()));
        Draft draft = Draft.message(saying.conversationId(), saying.key(), kind, body);
        return OptionalLong.of(
                conversations.say(saying.orgId(), saying.senderId(), draft).seq());
    }

    /** How attachments are at this moment. */
    public record Ready(Map<AttachedKind, Map<Long, Thing>> things, Map<Long, FileView> files) {

        @Nullable
        FileView file(@Nullable Long id) {
            return id == null ? null : files.get(id);
        }

        private @Nullable Thing thing(Attached one) {
            return things.getOrDefault(one.kind(), Map.of()).get(one.idOrZero());
        }

        /** Customers get it. */
        public boolean isThere(Attached one) {
            return one.kind() == AttachedKind.FILE ? file(one.id()) != null : thing(one) != null;
        }

        /** What customers read of it; a link that has no place yet says what it will. */
        public List<String> words(Attached one) {
            Thing thing = thing(one);
            FileView file = file(one.id());
            AttachedLink link = one.link();
            if (one.kind() == AttachedKind.FILE) {
                return file == null ? List.of() : List.of(file.name());
            }
            if (thing != null) {
                return thing.words();
            }
            return link == null ? List.of() : List.of(link.title(), link.about(), link.url());
        }

        public List<String> words(Collection<Attached> all) {
            return all.stream().flatMap(one -> words(one).stream()).toList();
        }

        /** In their order, with what is gone. */
        public List<AttachedView> views(Collection<Attached> all) {
            return all.stream().map(this::view).toList();
        }

        private AttachedView view(Attached one) {
            Thing thing = thing(one);
            FileView file = file(one.kind() == AttachedKind.FILE ? one.id() : thing == null ? null : thing.fileId());
            String title = thing != null ? thing.title() : file != null ? file.name() : "";
            return new AttachedView(
                    one.kind(), one.id(), title, thing == null ? "" : thing.about(), file, isThere(one));
        }

        @Override
        public String toString() {
            return "Ready of " + things.keySet();
        }
    }
}
