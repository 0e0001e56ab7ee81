package org.qiao.file;

import org.jspecify.annotations.Nullable;

/**
 * What a look into a file found out.
 *
 * @param width as shown, after EXIF orientation; null for everything but pictures
 * @param thumbnail null when there is none
 */
record Picture(
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable Preview thumbnail) {

    /** An encoded preview, some ten kilobytes. */
    record Preview(String type, byte[] bytes) {}

    static Picture none(String type) {
        return new Picture(type, null, null, null);
    }

    Blob blob(long size) {
        return new Blob(size, type, width, height, thumbnail == null ? null : thumbnail.type());
    }
}
