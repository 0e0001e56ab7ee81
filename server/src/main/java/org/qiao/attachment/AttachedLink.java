package org.qiao.attachment;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * An address that is sent with its title.
 *
 * @param about a few words under the title; may be empty
 * @param pictureId an upload that is shown beside it; null for none
 */
public record AttachedLink(
        @NotNull @Size(max = 400) String title,
        @NotNull @Size(max = 500) String url,
        @NotNull @Size(max = 1_000) String about,
        @Nullable Long pictureId) {

    @Override
    public String toString() {
        return "AttachedLink";
    }
}
