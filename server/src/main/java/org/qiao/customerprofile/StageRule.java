package org.qiao.customerprofile;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.qiao.naming.PlainText;

/** Which stages a company may have, and what changing to one needs. */
final class StageRule {

    static final int STAGES_MAX = 20;
    static final int REASON_MAX = 200;

    private static final String KEY = "[a-z][a-z0-9_]{0,29}";

    private StageRule() {}

    /**
     * The stages in their one form.
     *
     * @param used keys of stages in which customers stand: they must stay
     */
    static List<Stage> check(List<Stage> wanted, Set<String> used) {
        Set<String> keys = new HashSet<>();
        Set<String> names = new HashSet<>();
        List<Stage> stages = wanted.stream().map(StageRule::clean).toList();
        boolean sound = !stages.isEmpty()
                && stages.size() <= STAGES_MAX
                && !stages.getFirst().lost();
        for (Stage stage : stages) {
            sound &= keys.add(stage.key());
            sound &= stage.name().isEmpty()
                    ? isShipped(stage.key())
                    : names.add(stage.name().toLowerCase(Locale.ROOT));
        }
        if (!sound) {
            throw CustomerprofileProblem.BAD_STAGES.problem("max", STAGES_MAX);
        }
        String missing =
                used.stream().filter(key -> !keys.contains(key)).sorted().collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw CustomerprofileProblem.STAGE_IN_USE.problem("stage", missing);
        }
        return stages;
    }

    private static Stage clean(Stage stage) {
        String name = PlainText.clean(stage.name());
        if (!stage.key().matches(KEY) || name.codePointCount(0, name.length()) > TagRule.NAME_MAX) {
            throw CustomerprofileProblem.BAD_STAGES.problem("max", STAGES_MAX);
        }
        return new Stage(stage.key(), name, stage.lost());
    }

    private static boolean isShipped(String key) {
        return Stage.SHIPPED.stream().anyMatch(stage -> stage.key().equals(key));
    }

    /** What is written down as the reason for the change: needed where a customer is lost, empty elsewhere. */
    static String reason(Stage to, String raw) {
        String reason = PlainText.clean(raw);
        if (!to.lost()) {
            return "";
        }
        if (reason.isEmpty() || reason.codePointCount(0, reason.length()) > REASON_MAX) {
            throw CustomerprofileProblem.REASON_NEEDED.problem("max", REASON_MAX);
        }
        return reason;
    }

    static Optional<Stage> find(List<Stage> stages, String key) {
        return stages.stream().filter(stage -> stage.key().equals(key)).findFirst();
    }
}
