package org.qiao.material;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.material.MaterialViews.MaterialSendRequest;
import org.qiao.material.MaterialViews.MaterialSendView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Materials in conversations, and what came of them. */
@RestController
class RadarController {

    private final Materials materials;
    private final MaterialSends sends;
    private final Radar radar;

    RadarController(Materials materials, MaterialSends sends, Radar radar) {
        this.materials = materials;
        this.sends = sends;
        this.radar = radar;
    }

    @PostMapping("/api/materials/{id}/sends")
    @ResponseStatus(HttpStatus.CREATED)
    MaterialSendView send(Actor actor, @PathVariable long id, @Valid @RequestBody MaterialSendRequest body) {
        long send = sends.send(actor, materials.require(actor, id), body.conversationId(), body.key())
                .id();
        return radar.get(actor, send);
    }

    @GetMapping("/api/materials/{id}/sends")
    Page<MaterialSendView> ofMaterial(
            Actor actor,
            @PathVariable long id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return radar.ofMaterial(actor, materials.require(actor, id), after, limit);
    }

    @GetMapping("/api/material-sends")
    Page<MaterialSendView> inConversation(
            Actor actor,
            @RequestParam long conversation,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return radar.inConversation(actor, conversation, after, limit);
    }

    @GetMapping("/api/material-sends/{id}")
    MaterialSendView get(Actor actor, @PathVariable long id) {
        return radar.get(actor, id);
    }
}
