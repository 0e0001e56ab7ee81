package org.qiao.ding;

import java.time.Instant;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The page behind a link in an SMS or e-mail: open to whoever has the link. */
@RestController
@RequestMapping("/api/public/dings")
class PublicDingController {

    private final Door door;

    PublicDingController(Door door) {
        this.door = door;
    }

    /**
     * What the link shows.
     *
     * @param text empty once it was recalled, or the person is gone
     * @param person whom it is for
     * @param standsIn the link went to somebody who is to confirm for that person
     */
    record DingDoorView(
            String company,
            String sender,
            String text,
            Instant sendAt,
            Recipient.State state,
            String person,
            boolean standsIn,
            boolean hasRecording) {}

    @GetMapping("/{token}")
    DingDoorView open(@PathVariable String token) {
        return door.open(token);
    }

    @GetMapping(path = "/{token}/recording", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> recording(@PathVariable String token) {
        return door.recording(token).answer();
    }

    @PostMapping("/{token}/confirm")
    DingDoorView confirm(@PathVariable String token) {
        return door.confirm(token);
    }
}
