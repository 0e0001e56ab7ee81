package org.qiao.sample;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An approval of sample/approvals.json.
 *
 * @param template icon of the shipped template
 * @param at as in {@link SampleGroup.Line}
 * @param values of the form, see {@link SampleValues}
 * @param chosen people by node
 * @param attached documents by field
 */
record SampleApproval(
        String template,
        String by,
        String at,
        JsonNode values,
        @Nullable Map<String, List<String>> chosen,
        @Nullable Map<String, String> attached,
        @Nullable List<Move> moves) {

    enum Act {
        AGREE,
        REFUSE,
        ASK_FIRST,
        RETURN,
        REVOKE,
        COMMENT
    }

    /** @param people who are asked first, or mentioned */
    record Move(
            String at,
            String by,
            Act act,
            @Nullable String text,
            @Nullable List<String> people) {

        String textOrNone() {
            return Objects.requireNonNullElse(text, "");
        }

        List<String> peopleOrNone() {
            return Objects.requireNonNullElse(people, List.of());
        }
    }

    Map<String, List<String>> chosenOrNone() {
        return Objects.requireNonNullElse(chosen, Map.of());
    }

    Map<String, String> attachedOrNone() {
        return Objects.requireNonNullElse(attached, Map.of());
    }

    List<Move> movesOrNone() {
        return Objects.requireNonNullElse(moves, List.of());
    }
}
