package org.qiao.messaging;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bodies of requests about conversations and their members. */
final class GroupRequests {

    private GroupRequests() {}

    /** A direct conversation (memberId) or a group (memberIds and a key, which makes a retry harmless). */
    record Create(
            @NotNull ConversationKind kind,
            @Positive @Nullable Long memberId,
            @Size(max = 200) @Nullable String title,
            @Size(max = 10_000) @Nullable List<@NotNull @Positive Long> memberIds,
            @Size(max = 64) @Nullable String key) {

        @com.fasterxml.jackson.annotation.JsonIgnore
        @AssertTrue(message = "messaging.body_incomplete")
        public boolean isComplete() {
            return switch (kind) {
                case null -> true;
                case DIRECT -> memberId != null;
                case GROUP -> memberIds != null && key != null;
                case CUSTOMER -> false; // made for customers by programs
            };
        }
    }

    /** What is null stays as it is. */
    record Update(
            @Size(max = 200) @Nullable String title,
            @Nullable GroupSettings settings) {}

    record AddMembers(@NotNull @Size(min = 1, max = 500) List<@NotNull @Positive Long> memberIds) {}

    record SetRole(@NotNull GroupRole role) {}

    record SetOwner(@Positive long memberId) {}

    /** What is null stays as it is. */
    record Preferences(@Nullable Boolean muted, @Nullable Boolean pinned) {}
}
