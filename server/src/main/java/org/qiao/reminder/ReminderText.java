package org.qiao.reminder;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people read. The words are in the owning module's catalogue: {@code org/qiao/<topic>/reminders_zh.properties} and
 * {@code …_en.properties} hold {@code <key>.title} and {@code <key>.text}, in which {@code {name}} stands for a parameter and
 * {@code {name:time}} for one that is a moment ({@link java.time.Instant#toString()}), shown in the company's zone as people of
 * that language say it. Each recipient reads his own language.
 *
 * @param params at most {@value #PARAMS_MAX}, each of at most {@value #PARAM_MAX} characters; nothing that a lock screen may not show
 * @param path where it leads within the program, "/approvals/12"; null for nowhere
 */
public record ReminderText(
        String key, Map<String, String> params, @Nullable String path) {

    public static final int PARAMS_MAX = 10;
    public static final int PARAM_MAX = 200;
    private static final int PATH_MAX = 300;

    public ReminderText {
        params = Map.copyOf(params);
        if (!key.matches("[a-z_.]{1,60}")) {
            throw new IllegalArgumentException("No key of a text: " + key);
        }
        if (params.size() > PARAMS_MAX || params.values().stream().anyMatch(value -> value.length() > PARAM_MAX)) {
            throw new IllegalArgumentException("Too many or too long parameters for " + key);
        }
        if (path != null && (!path.startsWith("/") || path.startsWith("//") || path.length() > PATH_MAX)) {
            throw new IllegalArgumentException("No path within the program for " + key);
        }
    }
}
