package org.qiao.file;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * A file as clients see it: the contract's {@code File}.
 *
 * @param name cleaned, at most 255 characters
 * @param type media type found in the content, never the uploader's word
 * @param width of a picture as shown (after EXIF orientation), null when unknown
 * @param thumbnail whether a small preview exists
 */
public record FileView(
        long id,
        String name,
        long size,
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        boolean thumbnail) {

    /** True for pictures that browsers show; other files are offered for download. */
    @JsonIgnore
    public boolean isPicture() {
        return FileType.isPicture(type);
    }
}
