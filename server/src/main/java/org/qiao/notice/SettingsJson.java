package org.qiao.notice;

import java.util.List;
import org.qiao.platform.Problem;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads a carrier's settings so that whoever wrote them learns which one is wrong. */
public final class SettingsJson {

    private SettingsJson() {}

    public static <T> T read(JsonMapper json, String settings, Class<T> type) {
        try {
            T read = json.readValue(settings, type);
            if (read == null) {
                throw bad("settings");
            }
            return read;
        } catch (JacksonException e) {
            List<JacksonException.Reference> path = e.getPath();
            String field = path.isEmpty() ? null : path.getFirst().getPropertyName();
            throw bad(field == null ? "settings" : field);
        }
    }

    public static Problem bad(String field) {
        return NoticeProblem.BAD_SETTINGS.problem("field", field);
    }

    public static void require(boolean right, String field) {
        if (!right) {
            throw bad(field);
        }
    }

    public static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most;
    }
}
