package org.qiao.moment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Texts;

/**
 * What is shown: a text with pictures, or one video, or one link.
 *
 * @param files uploads, in order
 * @param video the one file is a video
 */
record MomentContent(
        String text,
        List<Long> files,
        boolean video,
        @Nullable MomentLink link) {

    static final int TEXT_MAX = 2_000;
    static final int PICTURES_MAX = 9;

    MomentContent {
        files = List.copyOf(files);
    }

    /** An address that the reader's browser opens; the server never does. */
    record MomentLink(String url, String title) {}

    /** The beginning of the text, for lists and cards. */
    String excerpt(int most) {
        String line = text.strip().replaceAll("\\s+", " ");
        if (line.isEmpty() && link != null) {
            line = link.title();
        }
        return Texts.cut(line, most);
    }

    @Override
    public String toString() {
        return "MomentContent";
    }
}
