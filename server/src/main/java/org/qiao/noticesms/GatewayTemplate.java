package org.qiao.noticesms;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts values into a text at {@code {{name}}}. A value is only ever a value: it is written in the form of its surroundings and
 * never looked at for further names.
 */
final class GatewayTemplate {

    private static final Pattern NAME = Pattern.compile("\\{\\{([A-Za-z0-9]*)}}");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private GatewayTemplate() {}

    /** How a value is written. */
    enum Form {
        RAW,
        JSON,
        URL,
        XML;

        /** Of a body with this content type. */
        static Form of(String contentType) {
            String type = contentType.split(";", 2)[0].strip();
            if (type.endsWith("json")) {
                return JSON;
            }
            if (type.endsWith("xml")) {
                return XML;
            }
            return type.equals("application/x-www-form-urlencoded") ? URL : RAW;
        }
    }

    static String fill(String template, Form form, Map<String, String> values) {
        return NAME.matcher(template)
                .replaceAll(name -> Matcher.quoteReplacement(write(values.getOrDefault(name.group(1), ""), form)));
    }

    static boolean names(String template, String name) {
        return template.contains("{{" + name + "}}");
    }

    static boolean namesOnly(String template, Set<String> known) {
        return NAME.matcher(template).results().allMatch(name -> known.contains(name.group(1)));
    }

    private static String write(String value, Form form) {
        return switch (form) {
            case RAW -> value;
            case JSON -> {
                String quoted = JSON.writeValueAsString(value);
                yield quoted.substring(1, quoted.length() - 1);
            }
            case URL -> URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
            case XML -> xml(value);
        };
    }

    /** Characters that XML 1.0 cannot hold are left out. */
    private static String xml(String value) {
        StringBuilder text = new StringBuilder();
        value.codePoints().forEach(c -> {
            switch (c) {
                case '&' -> text.append("&amp;");
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '"' -> text.append("&quot;");
                case '\'' -> text.append("&#39;");
                default -> {
                    boolean control = c < 0x20 && c != '\n' && c != '\t' && c != '\r';
                    boolean none = c == 0xfffe || c == 0xffff || (c >= 0xd800 && c <= 0xdfff);
                    if (!control && !none) {
                        text.appendCodePoint(c);
                    }
                }
            }
        });
        return text.toString();
    }
}
