package org.qiao.sample;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One step of a script: a call of a {@link Doors door}, or something said. In its texts {@code <xu.jia>} stands for an id, see
 * {@link SampleScript}.
 *
 * @param by a person's key, "c:" with a customer's name, or "#17", a member's id
 * @param at as in {@link SampleGroup.Line}, or "now-45", so many minutes ago; null: now
 * @param door "POST /api/moments"
 * @param learn under which prefix what is answered is remembered, see {@link SampleNames}
 * @param label by which the code in the answer is remembered
 * @param refused the problem with which the door answers
 * @param unless a list; when it has something, the step was done before
 * @param say what is said in the conversation {@code in}, instead of a door
 * @param join the group into which a customer comes by the code {@code code}, instead of a door: that one asks for a browser
 */
record SampleStep(
        String by,
        @Nullable String at,
        @Nullable String door,
        @Nullable JsonNode body,
        @Nullable String learn,
        @Nullable String label,
        @Nullable String refused,
        @Nullable String unless,
        @Nullable String say,
        @Nullable String in,
        @Nullable String join,
        @Nullable String code) {

    /** Something that is done through a door, and nothing remembered but the answer. */
    static SampleStep door(String by, String at, String door, JsonNode body, String learn) {
        return new SampleStep(by, at, door, body, learn, null, null, null, null, null, null, null);
    }
}
