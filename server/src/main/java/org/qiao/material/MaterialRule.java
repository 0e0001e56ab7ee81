package org.qiao.material;

import org.qiao.material.MaterialViews.MaterialRequest;
import org.qiao.naming.PlainText;
import org.qiao.naming.WebLink;

/** What a material may be. */
final class MaterialRule {

    static final int TITLE_MAX = 80;
    static final int TEXT_MAX = 2_000;
    static final int ARTICLE_MAX = 20_000;

    private MaterialRule() {}

    /** Refuses what may not be kept. That the file and the folder are there is not known here. */
    static Material.Content content(MaterialRequest request) {
        MaterialKind kind = request.kind();
        if (kind.isFile() && request.fileId() == null) {
            throw MaterialProblem.BAD_FILE.problem("field", "fileId");
        }
        return new Material.Content(
                kind,
                request.folderId(),
                title(request.title()),
                text(kind, request.text()),
                url(kind, request.url()),
                kind == MaterialKind.TEXT ? null : request.fileId());
    }

    private static String title(String raw) {
        String title = PlainText.clean(raw);
        if (title.isEmpty() || title.codePointCount(0, title.length()) > TITLE_MAX) {
            throw MaterialProblem.BAD_TITLE.problem("field", "title", "max", TITLE_MAX);
        }
        return title;
    }

    private static String text(MaterialKind kind, String raw) {
        if (kind.isFile()) {
            return "";
        }
        String text = raw.strip();
        int max = kind == MaterialKind.ARTICLE ? ARTICLE_MAX : TEXT_MAX;
        boolean needed = kind != MaterialKind.LINK;
        if ((needed && text.isEmpty()) || text.indexOf(0) >= 0 || text.codePointCount(0, text.length()) > max) {
            throw MaterialProblem.BAD_TEXT.problem("field", "text", "max", max);
        }
        return text;
    }

    private static String url(MaterialKind kind, String raw) {
        if (kind != MaterialKind.LINK) {
            return "";
        }
        String url = raw.strip();
        if (!WebLink.isOne(url)) {
            throw MaterialProblem.BAD_LINK.problem("field", "url");
        }
        return url;
    }
}
