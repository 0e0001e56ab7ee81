package org.qiao.customerprofile;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about tags. */
final class TagRequests {

    private TagRequests() {}

    /** A tag of a group as it shall be; without an id a new one. */
    record CustomerTagWish(
            @Nullable Long id, @NotNull @Size(max = 100) String name) {}

    /** A group as it shall be, its tags in their order; what is left out is gone, and with no tag the group, too. */
    record CustomerTagGroupRequest(
            @NotNull @Size(max = 100) String name,
            @NotNull @Size(max = 2_000) List<@NotNull @Valid CustomerTagWish> tags) {}

    /** All groups in their order. */
    record CustomerTagOrderRequest(
            @NotNull @Size(max = 1_000) List<@NotNull Long> groups) {}

    /** A personal tag. */
    record CustomerTagRequest(@NotNull @Size(max = 100) String name) {}

    /** What is set and taken away; the same tag in both is set. */
    record TaggingRequest(
            @NotNull @Size(max = 100) List<@NotNull Long> add,
            @NotNull @Size(max = 100) List<@NotNull Long> remove) {}

    /** The same for many relations at once. */
    record BulkTaggingRequest(
            @NotNull @Size(min = 1, max = 200) List<@NotNull Long> relations,
            @NotNull @Size(max = 100) List<@NotNull Long> add,
            @NotNull @Size(max = 100) List<@NotNull Long> remove) {}
}
