package org.qiao.ding;

import org.qiao.platform.Texts;

/**
 * What a DING is about, so that whoever reads it sees "from approval …" and opens it by a link. Whether the reader may open it
 * is for the other module to say; the title is shown to every recipient.
 *
 * @param source {@code APPROVAL} or {@code REPORT}
 * @param id of the approval or report in its own module
 * @param title as it is at this moment; what is longer than 120 characters is cut
 */
public record DingOrigin(DingSource source, long id, String title) {

    private static final int TITLE_MAX = 120;

    public DingOrigin {
        title = Texts.cut(title.strip(), TITLE_MAX);
        if (!source.hasOrigin() || title.isEmpty()) {
            throw new IllegalArgumentException("An origin is an approval or a report and has a title");
        }
    }

    public static DingOrigin approval(long id, String title) {
        return new DingOrigin(DingSource.APPROVAL, id, title);
    }

    public static DingOrigin report(long id, String title) {
        return new DingOrigin(DingSource.REPORT, id, title);
    }
}
