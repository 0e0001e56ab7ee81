package org.qiao.notice;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.json.JsonMapper;

/** Settings of a carrier come in as JSON; what is wrong is refused by the name of its field. */
final class SettingsReader {

    private SettingsReader() {}

    static <T> T read(JsonMapper json, String text, Class<T> type) {
        try {
            T settings = json.readValue(text, type);
            require(settings != null, "settings");
            return settings;
        } catch (DatabindException e) {
            String field = e.getPath().isEmpty() ? null : e.getPath().getFirst().getPropertyName();
            throw NoticeProblem.BAD_SETTINGS.problem("field", field == null ? "settings" : field);
        } catch (JacksonException e) {
            throw NoticeProblem.BAD_SETTINGS.problem("field", "settings");
        }
    }

    static void require(boolean good, String field) {
        if (!good) {
            throw NoticeProblem.BAD_SETTINGS.problem("field", field);
        }
    }

    static boolean isText(String text, int most) {
        return !text.isBlank() && text.length() <= most;
    }
}
