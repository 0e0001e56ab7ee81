package org.qiao.contactway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.contactway.ContactWays.WayStatistics;
import org.qiao.contactway.WayRequests.WayRequest;
import org.qiao.contactway.WayViews.ContactWayView;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.platform.QrCode;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/contact-ways")
class ContactWayController {

    static final String SVG = "image/svg+xml";
    static final int QR_PIXELS = 640;

    private final ContactWays ways;
    private final Clients clients;

    ContactWayController(ContactWays ways, Clients clients) {
        this.ways = ways;
        this.clients = clients;
    }

    @GetMapping
    Page<ContactWayView> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return ways.list(actor, q, after, limit);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ContactWayView create(Actor actor, @Valid @RequestBody WayRequest body) {
        return ways.create(actor, body);
    }

    @GetMapping("/{id}")
    ContactWayView get(Actor actor, @PathVariable long id) {
        return ways.get(actor, id);
    }

    @PutMapping("/{id}")
    ContactWayView change(Actor actor, @PathVariable long id, @Valid @RequestBody WayRequest body) {
        return ways.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        ways.delete(actor, id);
    }

    @GetMapping("/{id}/statistics")
    WayStatistics statistics(
            Actor actor,
            @PathVariable long id,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate from,
            @RequestParam @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) LocalDate until) {
        return ways.statistics(actor, id, from, until);
    }

    @GetMapping(value = "/{id}/qr.svg", produces = SVG)
    String svg(Actor actor, @PathVariable long id, HttpServletRequest request) {
        return QrCode.svg(clients.base(request) + ways.get(actor, id).path());
    }

    @GetMapping(value = "/{id}/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] png(Actor actor, @PathVariable long id, HttpServletRequest request) {
        return QrCode.png(clients.base(request) + ways.get(actor, id).path(), QR_PIXELS);
    }
}
