package org.qiao.visit;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.qiao.visit.Farewells.FarewellView;
import org.qiao.visit.HostKeys.HostKeyView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customers")
class VisitAdminController {

    private final HostKeys hosts;
    private final Farewells farewells;

    VisitAdminController(HostKeys hosts, Farewells farewells) {
        this.hosts = hosts;
        this.farewells = farewells;
    }

    @GetMapping("/host-keys")
    List<HostKeyView> hostKeys(Actor actor) {
        return hosts.list(actor);
    }

    @PostMapping("/host-keys")
    @ResponseStatus(HttpStatus.CREATED)
    HostKeyView createHostKey(Actor actor) {
        return hosts.create(actor);
    }

    @DeleteMapping("/host-keys/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endHostKey(Actor actor, @PathVariable long id) {
        hosts.end(actor, id);
    }

    @GetMapping("/farewells")
    Page<FarewellView> farewells(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return farewells.list(actor, after, limit);
    }
}
