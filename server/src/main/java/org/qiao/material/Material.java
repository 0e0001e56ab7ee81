package org.qiao.material;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Something to answer with.
 *
 * @param ownerId null: the company's
 */
record Material(
        long id, long orgId, @Nullable Long ownerId, Content content, Numbers numbers, int version, Instant changedAt) {

    private static final int SEARCHED = 500;

    /**
     * What was written down.
     *
     * @param text of TEXT and ARTICLE; a few words about a LINK
     * @param url of a LINK, else empty
     * @param fileId the picture or file itself; the cover of an article or link
     */
    record Content(
            MaterialKind kind,
            @Nullable Long folderId,
            String title,
            String text,
            String url,
            @Nullable Long fileId) {

        /** Title, address and the beginning of the text: what people remember. */
        String searchText() {
            String start = text.substring(0, Math.min(text.length(), SEARCHED));
            return (title + "\n" + url + "\n" + start).toLowerCase(Locale.ROOT);
        }

        @Override
        public String toString() {
            return "Content " + kind;
        }
    }

    record Numbers(int uses, int opens) {}

    MaterialKind kind() {
        return content.kind();
    }

    @Override
    public String toString() {
        return "Material " + id;
    }
}
