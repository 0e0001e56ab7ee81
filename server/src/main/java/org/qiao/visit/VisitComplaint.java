package org.qiao.visit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What a customer complains about. */
public record VisitComplaint(
        @NotNull ComplaintReason reason,
        @Size(max = 500) @Nullable String text) {

    /** Why. */
    public enum ComplaintReason {
        SPAM,
        HARASSMENT,
        FRAUD,
        OTHER
    }

    String words() {
        return text == null ? "" : text.strip();
    }

    @Override
    public String toString() {
        return "VisitComplaint " + reason;
    }
}
