package org.qiao.approvaltemplate;

import org.qiao.approvaltemplate.TemplateChoices.TemplateChoicesView;
import org.qiao.platform.Actor;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Where whoever starts a template chooses who is asked. */
@RestController
@RequestMapping("/api/approval-templates/{id}/choices")
class ChoiceController {

    private final Templates templates;
    private final TemplateChoices choices;

    ChoiceController(Templates templates, TemplateChoices choices) {
        this.templates = templates;
        this.choices = choices;
    }

    @GetMapping
    TemplateChoicesView list(Actor actor, @PathVariable long id) {
        return choices.list(actor, templates.requireStartable(actor, id).route());
    }
}
