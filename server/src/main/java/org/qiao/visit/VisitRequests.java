package org.qiao.visit;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.qiao.notice.Channel;

/** Bodies of customers' requests. */
final class VisitRequests {

    private VisitRequests() {}

    /** Body of POST /api/visit/ways/{code}/opens. */
    record OpenRequest(
            @Positive int consent,
            @Size(max = 60) @Nullable String name,
            @Size(max = 10) @Nullable String locale,
            @Size(max = 30) @Nullable String state,
            @Size(max = 4_000) @Nullable String host,
            @Valid @Nullable WorkAnswer work) {

        @Override
        public String toString() {
            return "OpenRequest";
        }
    }

    /** An answered challenge. */
    record WorkAnswer(
            @NotNull @Size(max = 300) String challenge,
            @NotNull @Size(max = 64) String nonce) {}

    /** Body of PUT /api/visit/me. */
    record VisitSelfRequest(@NotNull @Size(max = 60) String name, boolean replyByEmail) {}

    /** Body of PUT /api/visit/me/consent. */
    record ConsentRequest(@Positive int version) {}

    /** Body of POST /api/visit/me/codes. */
    record CodeRequest(
            @NotNull Channel channel,
            @NotNull @Size(max = 254) String address) {

        @Override
        public String toString() {
            return "CodeRequest " + channel;
        }
    }

    /** Body of POST /api/visit/me/codes/{id}. */
    record CodeAnswer(@NotNull @Pattern(regexp = "[0-9]{6}") String code) {

        @Override
        public String toString() {
            return "CodeAnswer";
        }
    }

    /** Body of POST /api/visit/me/host. */
    record HostRequest(@NotNull @Size(max = 4_000) String jwt) {

        @Override
        public String toString() {
            return "HostRequest";
        }
    }

    /** Body of POST /api/visit/me/threads/{relationId}/block. */
    record EndRequest(@Valid @Nullable VisitComplaint report) {}
}
