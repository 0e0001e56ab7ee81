package org.qiao.noticesim;

import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The simulated telephone network, for full administrators. */
@RestController
@RequestMapping("/api/admin/notice/simulation")
class SimulationController {

    private final Simulation simulation;
    private final SimulatedPhones phones;

    SimulationController(Simulation simulation, SimulatedPhones phones) {
        this.phones = phones;
        this.simulation = simulation;
    }

    @GetMapping
    SimulationView simulation(Actor actor) {
        return simulation.get(actor);
    }

    @PutMapping
    SimulationView simulate(Actor actor, @Valid @RequestBody SimulationView.SimulationRequest body) {
        return simulation.set(actor, body);
    }

    @GetMapping("/phones")
    Page<SimulationView.PhoneView> phones(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return phones.list(actor, after, limit);
    }

    @PutMapping("/phones/{number}")
    SimulationView.PhoneView changePhone(
            Actor actor, @PathVariable String number, @Valid @RequestBody SimulationView.PhoneRequest body) {
        return phones.put(actor, number, body);
    }

    @GetMapping("/phones/{number}/messages")
    Page<SimulatedTextStore.SimulatedText> messages(
            Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return simulation.texts(actor, number, after, limit);
    }

    @PostMapping("/phones/{number}/messages")
    SimulationView.SimulatedReply reply(
            Actor actor, @PathVariable String number, @Valid @RequestBody SimulationView.ReplyRequest body) {
        return simulation.reply(actor, number, body.text());
    }

    @GetMapping("/phones/{number}/calls")
    Page<SimulatedCallStore.SimulatedCall> calls(
            Actor actor,
            @PathVariable String number,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return simulation.calls(actor, number, after, limit);
    }

    @PostMapping("/calls/{id}")
    SimulatedCallStore.SimulatedCall act(
            Actor actor, @PathVariable long id, @Valid @RequestBody SimulationView.CallRequest body) {
        return simulation.act(actor, id, body);
    }
}
