package org.qiao.ding;

import java.time.Instant;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a link in an SMS or e-mail: open to whoever has the link. */
@RestController
@RequestMapping("/api/public/dings")
class PublicDingController {

    private final Confirmations confirmations;

    PublicDingController(Confirmations confirmations) {
        this.confirmations = confirmations;
    }

    /**
     * What the link shows.
     *
     * @param text empty once it was recalled
     * @param person whom it is for
     * @param standsIn the link went to somebody who is to confirm for that person
     */
    record DoorView(
            String company,
            String sender,
            String text,
            Instant sendAt,
            Recipient.State state,
            String person,
            boolean standsIn,
            boolean hasRecording) {}

    @GetMapping("/{token}")
    DoorView open(@PathVariable String token) {
        return confirmations.open(token);
    }

    @PostMapping("/{token}/confirm")
    DoorView confirm(@PathVariable String token) {
        return confirmations.confirm(token);
    }
}
