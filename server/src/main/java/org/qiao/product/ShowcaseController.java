package org.qiao.product;

import jakarta.validation.Valid;
import org.qiao.platform.Actor;
import org.qiao.product.Showcases.CompanyShowcase;
import org.qiao.product.Showcases.OwnShowcase;
import org.qiao.product.Showcases.OwnShowcaseRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/product-showcases")
class ShowcaseController {

    private final Showcases showcases;

    ShowcaseController(Showcases showcases) {
        this.showcases = showcases;
    }

    @GetMapping("/company")
    CompanyShowcase company(Actor actor) {
        return showcases.company(actor);
    }

    @PutMapping("/company")
    CompanyShowcase setCompany(Actor actor, @Valid @RequestBody CompanyShowcase body) {
        return showcases.setCompany(actor, body);
    }

    @GetMapping("/mine")
    OwnShowcase own(Actor actor) {
        return showcases.own(actor);
    }

    @PutMapping("/mine")
    OwnShowcase setOwn(Actor actor, @Valid @RequestBody OwnShowcaseRequest body) {
        return showcases.setOwn(actor, body);
    }
}
