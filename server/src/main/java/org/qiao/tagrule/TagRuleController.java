package org.qiao.tagrule;

import jakarta.validation.Valid;
import java.util.List;
import org.qiao.platform.Actor;
import org.qiao.tagrule.TagRules.CustomerTagRuleView;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/admin/customer-tag-rules")
class TagRuleController {

    private final TagRules rules;

    TagRuleController(TagRules rules) {
        this.rules = rules;
    }

    @GetMapping
    List<CustomerTagRuleView> list(Actor actor) {
        return rules.list(actor);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    CustomerTagRuleView add(Actor actor, @Valid @RequestBody CustomerTagRuleRequest body) {
        return rules.add(actor, body);
    }

    @PutMapping("/{id}")
    CustomerTagRuleView change(Actor actor, @PathVariable long id, @Valid @RequestBody CustomerTagRuleRequest body) {
        return rules.change(actor, id, body);
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(Actor actor, @PathVariable long id) {
        rules.delete(actor, id);
    }
}
