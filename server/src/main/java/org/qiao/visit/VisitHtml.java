package org.qiao.visit;

import org.qiao.visit.VisitPages.Filling;
import org.springframework.web.util.HtmlUtils;

/** Puts a card into the built page: as text to be painted at once, and as data for the script. */
final class VisitHtml {

    private static final String FIRST = "<!-- first -->";
    private static final String WAY = "<!-- way -->";
    private static final String TITLE = "<title>Qiao</title>";

    private VisitHtml() {}

    /** @param json of what fills it; nothing in it can end the element that holds it */
    static String fill(String page, Filling filling, String json) {
        return page.replace(TITLE, "<title>" + text(filling.name() + " · " + filling.company()) + "</title>")
                .replace(FIRST, card(filling))
                .replace(
                        WAY,
                        "<script type=\"application/json\" id=\"" + filling.element() + "\">"
                                + json.replace("<", "\\u003c") + "</script>");
    }

    private static String card(Filling filling) {
        return """
                <p class="first-company">%s</p>
                        <div class="first-card">
                          <div class="first-face"></div>
                          <div><h1>%s</h1><p class="first-title">%s</p></div>
                        </div>""".formatted(text(filling.company()), text(filling.name()), text(filling.title()));
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8");
    }
}
