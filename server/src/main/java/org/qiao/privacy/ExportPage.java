package org.qiao.privacy;

import java.io.IOException;
import java.io.Writer;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.HtmlUtils;

/** The page of a package: one table for each chapter, readable without any program but a browser. */
final class ExportPage {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
    private static final int INSTANT_MIN = 20;

    private final Writer out;
    private final ExportDocument.Heading heading;
    private Set<String> columns = Set.of();

    ExportPage(Writer out, ExportDocument.Heading heading) {
        this.out = out;
        this.heading = heading;
    }

    void begin(Collection<String> chapters) throws IOException {
        ExportWords words = heading.words();
        out.write("<!doctype html>\n<html lang=\"" + words.locale().toLanguageTag()
                + "\">\n<head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"><title>"
                + text(words.word("page.title")) + "</title><style>" + """
                body { font: 15px/1.6 system-ui, sans-serif; margin: 2rem auto; max-width: 72rem; padding: 0 1rem; color: #1f2329 }
                h1 { font-size: 1.5rem } h2 { font-size: 1.15rem; margin-top: 2.5rem }
                div { overflow-x: auto } table { border-collapse: collapse; width: 100% }
                th, td { border: 1px solid #dee0e3; padding: .35rem .6rem; text-align: left; vertical-align: top; white-space: pre-wrap }
                th { background: #f5f6f7; font-weight: 600 } a { color: #1456f0 }
                """ + "</style></head>\n<body>\n");
        out.write("<h1>" + text(words.word("page.title")) + "</h1>\n<p>"
                + text(heading.company() + " · " + heading.made() + " UTC") + "</p>\n<p>"
                + text(words.word("page.about")) + "</p>\n<nav><ul>");
        for (String chapter : chapters) {
            out.write("<li><a href=\"#" + text(chapter) + "\">" + text(title(chapter)) + "</a></li>");
        }
        out.write("</ul></nav>\n");
    }

    private String title(String chapter) {
        return heading.words().word("chapter." + chapter, chapter);
    }

    void chapter(String chapter, Set<String> shown) throws IOException {
        columns = shown.stream().sorted(ExportWords.ORDER).collect(Collectors.toCollection(LinkedHashSet::new));
        out.write("<h2 id=\"" + text(chapter) + "\">" + text(title(chapter)) + "</h2>\n<div><table><thead><tr>");
        for (String column : columns) {
            out.write("<th scope=\"col\">" + text(heading.words().word("field." + column, column)) + "</th>");
        }
        out.write("</tr></thead><tbody>\n");
    }

    void row(Map<String, Object> row) throws IOException {
        out.write("<tr>");
        for (String column : columns) {
            out.write("<td>" + cell(row.get(column)) + "</td>");
        }
        out.write("</tr>\n");
    }

    private String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case List<?> list -> list.stream().map(this::cell).collect(Collectors.joining(", "));
            case Boolean yes -> text(heading.words().word(yes ? "yes" : "no"));
            case String words
            when words.startsWith("files/") ->
                "<a href=\"" + text(words) + "\">" + text(words.substring(words.indexOf('-') + 1)) + "</a>";
            case String words -> text(instant(words));
            default -> text(value.toString());
        };
    }

    private static String instant(String words) {
        if (words.length() < INSTANT_MIN || !words.endsWith("Z")) {
            return words;
        }
        try {
            return TIME.format(Instant.parse(words).atOffset(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return words;
        }
    }

    void endChapter() throws IOException {
        out.write("</tbody></table></div>\n");
    }

    void end() throws IOException {
        out.write("</body>\n</html>\n");
    }

    private static String text(String words) {
        return HtmlUtils.htmlEscape(words, "UTF-8");
    }
}
