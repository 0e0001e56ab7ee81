package org.qiao.tagrule;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.tagrule.TagRuleRow.Kind;

/**
 * A rule as it shall be.
 *
 * @param kind of one that is there it stays
 * @param version of the one that was changed
 */
record CustomerTagRuleRequest(
        @NotNull @Size(max = 100) String name,
        @NotNull Kind kind,
        @NotNull @Size(max = 100) List<@NotNull @Size(max = 100) String> words,
        @Nullable Integer days,
        @NotNull @Size(min = 1, max = 10) List<@NotNull Long> tags,
        boolean takeBack,
        boolean active,
        int version) {}
