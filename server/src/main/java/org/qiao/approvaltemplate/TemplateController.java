package org.qiao.approvaltemplate;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.qiao.approvaltemplate.Templates.Startable;
import org.qiao.directory.Departments;
import org.qiao.form.Initials;
import org.qiao.form.Initials.Opening;
import org.qiao.platform.Actor;
import org.qiao.platform.Page;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** The applicants' side: what may be applied for. */
@RestController
@RequestMapping("/api/approval-templates")
class TemplateController {

    private final Templates templates;
    private final Departments departments;
    private final Clock clock;

    TemplateController(Templates templates, Departments departments, Clock clock) {
        this.templates = templates;
        this.departments = departments;
        this.clock = clock;
    }

    /**
     * A form to fill in.
     *
     * @param version names what was filled in when it is submitted
     * @param initial values that the form begins with
     */
    record StartFormView(
            long id,
            int version,
            String name,
            String icon,

            @Schema(type = "object", implementation = Object.class)
            JsonNode form,

            @Schema(type = "object", implementation = Object.class)
            JsonNode initial) {}

    @GetMapping
    Page<Startable> list(
            Actor actor,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return templates.listStartable(actor, after, limit);
    }

    @GetMapping("/{id}")
    StartFormView get(Actor actor, @PathVariable long id) {
        TemplateVersion version = templates.requireStartable(actor, id);
        Long main =
                departments.mains(actor.orgId(), Set.of(actor.principalId())).get(actor.principalId());
        Opening opening = new Opening(actor.principalId(), main, clock.instant(), actor.zone());
        return new StartFormView(
                id,
                version.number(),
                version.name(),
                version.icon(),
                version.form().json(),
                Initials.of(version.form(), opening).json());
    }
}
