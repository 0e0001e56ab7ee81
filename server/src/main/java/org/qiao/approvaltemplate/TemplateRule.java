package org.qiao.approvaltemplate;

import java.util.List;
import org.qiao.platform.Actor;

/** Who may edit templates: full administrators all of them, managers their own. */
final class TemplateRule {

    private TemplateRule() {}

    static void requireAdmin(Actor actor) {
        if (!actor.isAdmin()) {
            throw ApprovaltemplateProblem.NOT_ALLOWED.problem();
        }
    }

    static boolean mayEdit(Actor actor, TemplateRow template) {
        return actor.isAdmin() || template.managers().contains(actor.principalId());
    }

    static void requireEdit(Actor actor, TemplateRow template) {
        if (!mayEdit(actor, template)) {
            throw ApprovaltemplateProblem.NOT_ALLOWED.problem();
        }
    }

    /** For lists: somebody who may edit nothing has no business there. */
    static void requireSome(Actor actor, List<TemplateRow> templates) {
        if (templates.stream().noneMatch(template -> mayEdit(actor, template))) {
            throw ApprovaltemplateProblem.NOT_ALLOWED.problem();
        }
    }
}
