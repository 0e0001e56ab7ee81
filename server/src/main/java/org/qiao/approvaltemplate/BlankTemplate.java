package org.qiao.approvaltemplate;

import java.util.List;
import org.qiao.approvaltemplate.TemplateSettings.Comments;
import org.qiao.approvaltemplate.TemplateSettings.Numbering;
import org.qiao.form.FieldKind.Reset;
import tools.jackson.databind.json.JsonMapper;

/** What a new template begins with: no field yet, and the superior is asked. */
final class BlankTemplate {

    static final TemplateContent CONTENT = new TemplateContent(
            "",
            "form",
            "",
            JsonMapper.shared().readTree("{\"fields\":[]}"),
            JsonMapper.shared().readTree("""
                    {"nodes":[{"kind":"APPROVE","id":"superior","approvers":{"kind":"SUPERIOR","level":1,"orHigher":true},
                     "together":{"rule":"ANY"},"nobody":{"then":"ADMIN","members":[]},"sameAsApplicant":"SUPERIOR",
                     "alreadyAgreed":"ASK","fields":{},
                     "actions":["REFUSE","TRANSFER","ADD_BEFORE","ADD_AFTER","ADD_PARALLEL","RETURN","TAKE_BACK"]}]}
                    """),
            new TemplateSettings(true, true, Comments.READERS, new Numbering("F", Reset.DAY, 4), List.of(), null));

    private BlankTemplate() {}

    static TemplateContent numberedBy(TemplateContent content, String prefix) {
        TemplateSettings settings = content.settings();
        Numbering numbering = settings.numbering();
        return new TemplateContent(
                content.name(),
                content.icon(),
                content.description(),
                content.form(),
                content.route(),
                new TemplateSettings(
                        settings.mayRevoke(),
                        settings.mayUndo(),
                        settings.comments(),
                        new Numbering(prefix, numbering.period(), numbering.digits()),
                        settings.summary(),
                        settings.administratorId()));
    }
}
