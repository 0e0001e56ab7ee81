package org.qiao.approval;

import java.util.List;
import org.qiao.approvaltemplate.TemplateSettings;
import org.qiao.approvaltemplate.TemplateSettings.Numbering;
import org.qiao.approvaltemplate.TemplateVersion;
import org.qiao.flow.Route;
import org.qiao.form.FieldKind.Reset;
import org.qiao.form.FormSchema;

/** Versions of templates without a database. */
final class Templated {

    private Templated() {}

    static TemplateVersion version(FormSchema form, Route route) {
        TemplateSettings settings = new TemplateSettings(
                true, true, TemplateSettings.Comments.READERS, new Numbering("QJ", Reset.DAY, 4), List.of(), null);
        return new TemplateVersion(1, 1, "请假", "leave", form, route, settings);
    }
}
