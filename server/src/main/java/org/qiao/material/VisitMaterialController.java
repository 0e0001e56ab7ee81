package org.qiao.material;

import jakarta.validation.Valid;
import org.qiao.account.Guest;
import org.qiao.material.MaterialViews.MaterialReadRequest;
import org.qiao.material.MaterialViews.VisitMaterial;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** For customers: what was sent to them, opened. */
@RestController
@RequestMapping("/api/visit/materials")
class VisitMaterialController {

    private final GuestMaterials guests;

    VisitMaterialController(GuestMaterials guests) {
        this.guests = guests;
    }

    @PostMapping("/{sendId}/opens")
    @ResponseStatus(HttpStatus.CREATED)
    VisitMaterial open(Guest guest, @PathVariable long sendId) {
        return guests.open(guest, sendId);
    }

    @PutMapping("/{sendId}/opens/{openId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void read(
            Guest guest,
            @PathVariable long sendId,
            @PathVariable long openId,
            @Valid @RequestBody MaterialReadRequest body) {
        guests.read(guest, sendId, openId, body.seconds());
    }

    @GetMapping(value = "/{sendId}/cover", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> cover(Guest guest, @PathVariable long sendId) {
        return guests.cover(guest, sendId).answer();
    }
}
