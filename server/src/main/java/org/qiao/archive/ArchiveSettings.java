package org.qiao.archive;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import org.qiao.audience.StartRange;

/**
 * What a company decides about archiving.
 *
 * @param range whose chats with customers are archived
 * @param notice what customers read and agree to; empty for the shipped text
 * @param keepRecalled what is said from now on stays readable for auditors when it is recalled; customers are asked again
 */
record ArchiveSettings(
        boolean enabled,
        @NotNull @Valid StartRange range,
        @NotNull @Size(max = 5_000) String notice,
        boolean keepRecalled) {

    static final ArchiveSettings STANDARD =
            new ArchiveSettings(false, new StartRange(false, Set.of(), Set.of(), Set.of(), null), "", false);
}
