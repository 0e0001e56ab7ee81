package org.qiao.attachment;

import org.qiao.naming.PlainText;
import org.qiao.naming.WebLink;

/** What a link may be. */
final class LinkRule {

    static final int TITLE_MAX = 80;
    static final int ABOUT_MAX = 200;

    private LinkRule() {}

    /** As it is kept: one line each, without blanks around. */
    static AttachedLink clean(AttachedLink raw) {
        return new AttachedLink(
                PlainText.clean(raw.title()), raw.url().strip(), PlainText.clean(raw.about()), raw.pictureId());
    }

    /** Of a clean one: it has a title, and leads to the web and nowhere else. */
    static boolean isSound(AttachedLink link) {
        return !link.title().isEmpty()
                && length(link.title()) <= TITLE_MAX
                && length(link.about()) <= ABOUT_MAX
                && WebLink.isOne(link.url());
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
