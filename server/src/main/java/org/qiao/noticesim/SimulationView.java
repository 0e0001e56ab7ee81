package org.qiao.noticesim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.qiao.noticesim.SimulatedPhoneStore.Phone;

/** What is simulated in a company. */
record SimulationView(Place sms, Place voice, Network network) {

    /** What is in the place of a channel's carrier. */
    enum Place {
        NONE,
        SIMULATED,
        /** A real carrier: nothing is simulated. */
        REAL
    }

    /** Body of PUT /api/admin/notice/simulation. */
    record SimulationRequest(@NotNull Boolean on, @Nullable Network network) {}

    /**
     * A simulated phone.
     *
     * @param name of the member whose number it is; null when it is nobody's here
     * @param on switched on
     * @param callId a call that rings or is answered; null for none
     */
    record PhoneView(
            String number,
            @Nullable String name,
            boolean on,
            Delivery delivery,
            @Nullable Long callId,
            Instant movedAt) {

        static PhoneView of(Phone phone, @Nullable String name, @Nullable Long callId) {
            return new PhoneView(phone.number(), name, phone.on(), phone.delivery(), callId, phone.movedAt());
        }
    }

    /** Body of PUT /api/admin/notice/simulation/phones/{number}. */
    record PhoneRequest(@NotNull Boolean on, @NotNull Delivery delivery) {}

    /** Body of POST /api/admin/notice/simulation/phones/{number}/messages. */
    record ReplyRequest(@NotBlank @Size(max = 1_000) String text) {}

    /** @param answered something was asked, and this is the answer */
    record SimulatedReply(boolean answered) {}

    enum Action {
        ANSWER,
        REJECT,
        HANG_UP,
        PRESS
    }

    /** Body of POST /api/admin/notice/simulation/calls/{id}; the key only to press it. */
    record CallRequest(
            @NotNull Action action,
            @Pattern(regexp = "[0-9*#]") @Nullable String key) {

        @JsonIgnore
        @AssertTrue(message = "key")
        public boolean isKeyGiven() {
            return (action == Action.PRESS) == (key != null);
        }
    }
}
