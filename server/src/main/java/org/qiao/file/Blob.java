package org.qiao.file;

import org.jspecify.annotations.Nullable;

/** What is known about stored bytes; the same for every upload of the same content in a company. */
record Blob(
        long size,
        String type,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable String thumbnail) {}
