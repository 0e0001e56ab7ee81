package org.qiao.noticesim;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How the whole network behaves; the settings of both simulated carriers. */
enum Network {
    WORKING,
    /** Does not answer: everything is tried again later. */
    DOWN,
    /** Answers, and takes nothing. */
    REFUSING;

    private static final JsonMapper JSON = JsonMapper.shared();

    /** As the carriers' settings are written. */
    record Settings(@Nullable Network network) {}

    String settings() {
        return JSON.writeValueAsString(new Settings(this));
    }

    /** What cannot be read works. */
    static Network of(String settings) {
        try {
            Network network = JSON.readValue(settings, Settings.class).network();
            return network == null ? WORKING : network;
        } catch (JacksonException unreadable) {
            return WORKING;
        }
    }
}
