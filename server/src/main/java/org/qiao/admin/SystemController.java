package org.qiao.admin;

import jakarta.validation.constraints.PositiveOrZero;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class SystemController {

    private final Operators operators;
    private final SystemSampler sampler;
    private final SystemFacts facts;
    private final Meters meters;

    SystemController(Operators operators, SystemSampler sampler, SystemFacts facts, Meters meters) {
        this.operators = operators;
        this.sampler = sampler;
        this.facts = facts;
        this.meters = meters;
    }

    /** What of the machine's administration this person may open, so that a menu shows nothing else. */
    @GetMapping("/api/admin")
    AdminView mine(Actor actor) {
        return new AdminView(operators.include(actor));
    }

    /** @param after milliseconds since 1970: only samples behind it; 0 for all that are kept */
    @GetMapping("/api/admin/system")
    SystemView get(Actor actor, @RequestParam(defaultValue = "0") @PositiveOrZero long after) {
        operators.require(actor);
        return new SystemView(
                facts.view(),
                totals(),
                sampler.after(after),
                facts.fromDatabase().statements());
    }

    private SystemView.Totals totals() {
        return new SystemView.Totals(
                (long) meters.count("qiao.gateway.refused"),
                (long) (meters.count("qiao.gateway.busy") + meters.count("qiao.append.busy")),
                (long) meters.count("qiao.gateway.slow"),
                (long) meters.count("qiao.gateway.owed"),
                (long) meters.count("qiao.gateway.resumed"),
                (long) meters.count("qiao.gateway.bad_frames"),
                (long) meters.count("qiao.append.repeats"));
    }
}
