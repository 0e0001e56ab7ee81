package org.qiao.moment;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.file.FileView;
import org.qiao.moment.MomentContent.MomentLink;
import org.qiao.naming.PlainText;

/** What may be shown. Pure. */
final class MomentContentRule {

    static final long PICTURE_MAX = 20L << 20;
    static final long VIDEO_MAX = 100L << 20;

    private static final int TITLE_MAX = 60;
    private static final int URL_MAX = 2_000;
    private static final Set<String> VIDEOS = Set.of("video/mp4", "video/x-m4v", "video/webm", "video/quicktime");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    private MomentContentRule() {}

    /**
     * @param files as asked for
     * @param own those of them that are the writer's uploads
     */
    static MomentContent check(String text, List<Long> files, @Nullable MomentLink link, Map<Long, FileView> own) {
        String clean = text.strip();
        if (clean.indexOf(0) >= 0 || clean.codePointCount(0, clean.length()) > MomentContent.TEXT_MAX) {
            throw MomentProblem.BAD_TEXT.problem("max", MomentContent.TEXT_MAX);
        }
        if ((clean.isEmpty() && files.isEmpty() && link == null) || (!files.isEmpty() && link != null)) {
            throw MomentProblem.BAD_CONTENT.problem();
        }
        return new MomentContent(clean, files, isVideo(files, own), link == null ? null : link(link));
    }

    private static boolean isVideo(List<Long> files, Map<Long, FileView> own) {
        if (files.size() != Set.copyOf(files).size() || !own.keySet().containsAll(files)) {
            throw MomentProblem.BAD_FILE.problem();
        }
        List<FileView> some = files.stream().map(own::get).toList();
        if (some.size() == 1 && VIDEOS.contains(some.getFirst().type())) {
            requireSize(some.getFirst(), VIDEO_MAX);
            return true;
        }
        for (FileView file : some) {
            if (!file.isPicture()) {
                throw MomentProblem.BAD_FILE.problem();
            }
            requireSize(file, PICTURE_MAX);
        }
        return false;
    }

    private static void requireSize(FileView file, long most) {
        if (file.size() > most) {
            throw MomentProblem.BAD_FILE.problem("maxMegabytes", most >> 20);
        }
    }

    /** An absolute address of a page, without a user in it. */
    private static MomentLink link(MomentLink link) {
        String title = PlainText.clean(link.title());
        String url = link.url().strip();
        if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE_MAX || url.length() > URL_MAX) {
            throw MomentProblem.BAD_LINK.problem();
        }
        try {
            URI uri = new URI(url);
            String scheme = uri.getScheme();
            if (scheme == null
                    || !SCHEMES.contains(scheme.toLowerCase(Locale.ROOT))
                    || uri.getHost() == null
                    || uri.getRawUserInfo() != null) {
                throw MomentProblem.BAD_LINK.problem();
            }
            return new MomentLink(uri.toASCIIString(), title);
        } catch (URISyntaxException e) {
            throw MomentProblem.BAD_LINK.problem();
        }
    }
}
