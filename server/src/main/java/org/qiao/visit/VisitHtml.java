package org.qiao.visit;

import org.qiao.visit.VisitViews.VisitWayView;
import org.springframework.web.util.HtmlUtils;

/** Puts a card into the built page: as text to be painted at once, and as data for the script. */
final class VisitHtml {

    private static final String FIRST = "<!-- first -->";
    private static final String WAY = "<!-- way -->";
    private static final String TITLE = "<title>Qiao</title>";

    private VisitHtml() {}

    /** @param json of the way; nothing in it can end the element that holds it */
    static String fill(String page, VisitWayView way, String json) {
        return page.replace(
                        TITLE,
                        "<title>" + text(name(way) + " · " + way.company().name()) + "</title>")
                .replace(FIRST, card(way))
                .replace(
                        WAY,
                        "<script type=\"application/json\" id=\"way\">" + json.replace("<", "\\u003c") + "</script>");
    }

    private static String name(VisitWayView way) {
        return way.person() == null ? way.title() : way.person().name();
    }

    private static String card(VisitWayView way) {
        String title = way.person() == null ? "" : way.person().title();
        return """
                <p class="first-company">%s</p>
                        <div class="first-card">
                          <div class="first-face"></div>
                          <div><h1>%s</h1><p class="first-title">%s</p></div>
                        </div>""".formatted(text(way.company().name()), text(name(way)), text(title));
    }

    private static String text(String raw) {
        return HtmlUtils.htmlEscape(raw, "UTF-8");
    }
}
