package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import org.jspecify.annotations.Nullable;

/** How many of several people must agree. @param percent for SHARE only */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Together(
        @NotNull Rule rule, @Min(1) @Max(100) @Nullable Integer percent) {

    public static final Together ALL = new Together(Rule.ALL, null);
    public static final Together ANY = new Together(Rule.ANY, null);
    public static final Together IN_TURN = new Together(Rule.IN_TURN, null);

    public enum Rule {
        /** 会签 */
        ALL,
        /** 或签 */
        ANY,
        /** 依次 */
        IN_TURN,
        /** A vote: refusals count against, and refuse only when the share cannot be reached any more. */
        SHARE
    }

    public static Together share(int percent) {
        return new Together(Rule.SHARE, percent);
    }

    /** How many of so many must agree: a share is rounded up, and never nobody. */
    int needed(int people) {
        return switch (rule) {
            case ALL, IN_TURN -> people;
            case ANY -> Math.min(1, people);
            case SHARE -> Math.clamp((people * (percent == null ? 100L : percent) + 99) / 100, 1, Math.max(1, people));
        };
    }
}
