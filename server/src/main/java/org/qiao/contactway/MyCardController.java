package org.qiao.contactway;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import org.qiao.account.Clients;
import org.qiao.contactway.BusinessCards.MyCardView;
import org.qiao.platform.Actor;
import org.qiao.platform.QrCode;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/my-card")
class MyCardController {

    private final BusinessCards cards;
    private final Clients clients;

    MyCardController(BusinessCards cards, Clients clients) {
        this.cards = cards;
        this.clients = clients;
    }

    @GetMapping
    MyCardView get(Actor actor) {
        return cards.mine(actor);
    }

    /** The employee asks for his code; a repeat changes nothing. */
    @PostMapping
    MyCardView open(Actor actor) {
        return cards.open(actor);
    }

    @PutMapping
    MyCardView change(Actor actor, @Valid @RequestBody CardContent body) {
        return cards.change(actor, body);
    }

    @GetMapping(value = "/qr.svg", produces = ContactWayController.SVG)
    String svg(Actor actor, HttpServletRequest request) {
        return QrCode.svg(clients.base(request) + cards.ownPath(actor));
    }

    @GetMapping(value = "/qr.png", produces = MediaType.IMAGE_PNG_VALUE)
    byte[] png(Actor actor, HttpServletRequest request) {
        return QrCode.png(clients.base(request) + cards.ownPath(actor), ContactWayController.QR_PIXELS);
    }
}
