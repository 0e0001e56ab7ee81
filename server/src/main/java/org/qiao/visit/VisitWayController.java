package org.qiao.visit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.qiao.account.Clients;
import org.qiao.account.Guest;
import org.qiao.contactway.BusinessCards;
import org.qiao.contactway.ContactWay;
import org.qiao.contactway.ContactWays;
import org.qiao.customer.CustomerRules;
import org.qiao.visit.Entrance.Caller;
import org.qiao.visit.VisitDoor.Opening;
import org.qiao.visit.VisitDoor.VisitOpened;
import org.qiao.visit.VisitRequests.OpenRequest;
import org.qiao.visit.VisitViews.VisitWayView;
import org.springframework.core.io.Resource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page of a code: open to strangers. */
@RestController
@RequestMapping("/api/visit/ways/{code}")
class VisitWayController {

    private final ContactWays ways;
    private final BusinessCards cards;
    private final CustomerRules rules;
    private final DoorLimits limits;
    private final VisitDoor door;
    private final VisitViews views;
    private final Clients clients;

    VisitWayController(
            ContactWays ways,
            BusinessCards cards,
            CustomerRules rules,
            DoorLimits limits,
            VisitDoor door,
            VisitViews views,
            Clients clients) {
        this.ways = ways;
        this.cards = cards;
        this.rules = rules;
        this.limits = limits;
        this.door = door;
        this.views = views;
        this.clients = clients;
    }

    @GetMapping
    VisitWayView get(
            @PathVariable String code,
            @RequestParam(required = false) @Nullable String locale,
            HttpServletRequest request) {
        limits.look(clients.address(request));
        ContactWay way = require(code);
        ways.seen(way);
        Optional<Guest> guest = guest(request, way);
        Locale language = locale == null
                ? guest.map(known -> known.actor().locale()).orElse(request.getLocale())
                : VisitDoor.locale(locale);
        return views.way(way, guest.map(Guest::id).orElse(null), language);
    }

    @GetMapping(value = "/people/{id}/avatar", produces = MediaType.ALL_VALUE)
    ResponseEntity<Resource> avatar(@PathVariable String code, @PathVariable long id) {
        return cards.avatar(require(code), id).answer();
    }

    @PostMapping("/opens")
    ResponseEntity<VisitOpened> open(
            @PathVariable String code, @Valid @RequestBody OpenRequest body, HttpServletRequest request) {
        limits.look(clients.address(request));
        ContactWay way = require(code);
        int version = rules.noticeVersion(way.orgId());
        if (body.consent() != version) {
            throw VisitProblem.NOTICE_CHANGED.problem("version", version);
        }
        Caller caller = Caller.of(clients.address(request), Clients.device(request, null));
        Opening opening = door.open(way, guest(request, way).map(Guest::id).orElse(null), body, caller);
        return ResponseEntity.status(opening.fresh() ? HttpStatus.CREATED : HttpStatus.OK)
                .body(opening.view());
    }

    private ContactWay require(String code) {
        return ways.findOpen(code).orElseThrow(VisitProblem.NOT_FOUND::problem);
    }

    /** A token of another company counts as none. */
    private static Optional<Guest> guest(HttpServletRequest request, ContactWay way) {
        return Guest.of(request).filter(guest -> guest.orgId() == way.orgId());
    }
}
