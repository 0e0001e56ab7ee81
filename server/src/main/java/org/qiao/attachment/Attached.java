package org.qiao.attachment;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One thing behind a text, as it comes, is kept and goes out.
 *
 * @param id the upload, the product or the material; of a link where it is kept, null before it is
 * @param link of LINK only
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Attached(
        @NotNull AttachedKind kind,
        @Nullable Long id,
        @Valid @Nullable AttachedLink link) {

    /** So many in a message. */
    public static final int MOST = 9;

    public static Attached file(long id) {
        return new Attached(AttachedKind.FILE, id, null);
    }

    public static List<Attached> files(Collection<Long> ids) {
        return ids.stream().map(Attached::file).toList();
    }

    /** The uploads among them, in their order; pictures of links are kept with the links. */
    public static List<Long> filesOf(Collection<Attached> attached) {
        return attached.stream()
                .filter(one -> one.kind == AttachedKind.FILE)
                .map(Attached::idOrZero)
                .toList();
    }

    /** Whether nothing stands twice in it. */
    public static boolean isSound(List<Attached> attached) {
        Set<Attached> known = new HashSet<>();
        return attached.stream().map(Attached::asked).allMatch(known::add);
    }

    /** As somebody asked for it: where a link is kept is no difference. */
    public Attached asked() {
        return kind == AttachedKind.LINK ? new Attached(kind, null, link) : this;
    }

    /** It says what it has to. */
    @JsonIgnore
    boolean isWhole() {
        return kind == AttachedKind.LINK ? link != null : id != null && link == null;
    }

    long idOrZero() {
        return id == null ? 0 : id;
    }

    @Override
    public String toString() {
        return "Attached " + kind + " " + id;
    }
}
