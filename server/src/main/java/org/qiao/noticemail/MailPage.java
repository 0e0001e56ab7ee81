package org.qiao.noticemail;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.NoticeText;
import org.qiao.platform.Texts;
import org.springframework.web.util.HtmlUtils;

/**
 * A notice as an e-mail: its subject, and its body for readers with and without pages.
 *
 * @param subject one line
 */
record MailPage(String subject, String plain, String html) {

    private static final Pattern NOT_ONE_LINE = Pattern.compile("[\\p{Cntrl}\\u2028\\u2029]+");
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private static final Pattern WEB = Pattern.compile("(?i)https?://\\S+");

    private static final String HTML = """
            <!DOCTYPE html>
            <html lang="%1$s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%2$s</title></head>
            <body style="margin:0;padding:24px 12px;background:#F5F7F8;color:#1C2529;%3$s">
            <div style="max-width:560px;margin:0 auto;padding:28px 28px 24px;background:#FFFFFF;border:1px solid #E4E8EB;\
            border-top:4px solid #0E7C7B;border-radius:8px">
            <h1 style="margin:0 0 16px;font-size:20px;line-height:1.5">%2$s</h1>
            <p style="margin:0;font-size:16px;line-height:1.7;overflow-wrap:anywhere">%4$s</p>
            %5$s</div>
            <p style="max-width:560px;margin:16px auto 0;text-align:center;font-size:12px;color:#5C6B73">%6$s</p>
            </body>
            </html>
            """;
    private static final String FONT = "font-family:system-ui,-apple-system,'PingFang SC','Microsoft YaHei',sans-serif";
    private static final String BUTTON = """
            <p style="margin:28px 0 0"><a href="%1$s" style="display:inline-block;padding:12px 28px;background:#0E7C7B;\
            color:#FFFFFF;font-size:16px;text-decoration:none;border-radius:6px">%2$s</a></p>
            <p style="margin:16px 0 0;font-size:12px;color:#5C6B73;overflow-wrap:anywhere">%3$s<br>%1$s</p>
            """;

    /** What the page says besides the notice itself. */
    private record Words(String language, String open, String otherwise, String footer) {

        private static final Words CHINESE = new Words("zh-CN", "打开查看", "按钮打不开时，请把这个地址复制到浏览器：", "这封邮件由桥自动发送，请不要回复。");
        private static final Words ENGLISH = new Words(
                "en",
                "Open",
                "If the button does not work, copy this address into a browser:",
                "Sent automatically by Qiao. Replies are not read.");

        static Words of(Locale locale) {
            return Texts.in(locale, CHINESE, ENGLISH);
        }
    }

    static MailPage of(NoticeText text, Locale locale) {
        Words words = Words.of(locale);
        String subject = oneLine(text.title());
        String link = web(text.link());
        String plain = text.text() + (link == null ? "" : "\n\n" + words.open + ": " + link) + "\n\n-- \n"
                + words.footer + "\n";
        return new MailPage(
                subject, LINE_END.matcher(plain).replaceAll("\r\n"), html(words, subject, text.text(), link));
    }

    private static String html(Words words, String title, String text, @Nullable String link) {
        String lines = LINE_END.matcher(escape(text)).replaceAll("<br>\r\n");
        String button = link == null ? "" : BUTTON.formatted(escape(link), words.open, words.otherwise);
        return HTML.formatted(words.language, escape(title), FONT, lines, button, words.footer);
    }

    /** A line break in a subject would begin another header. */
    static String oneLine(String text) {
        return NOT_ONE_LINE.matcher(text).replaceAll(" ").strip();
    }

    private static @Nullable String web(@Nullable String link) {
        return link != null && WEB.matcher(link).matches() ? link : null;
    }

    private static String escape(String text) {
        return HtmlUtils.htmlEscape(text, "UTF-8");
    }
}
