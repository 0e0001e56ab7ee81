package org.qiao.approvaltemplate;

import java.util.List;
import org.qiao.flow.Route;
import org.qiao.form.FormSchema;

public record TemplateVersion(long templateId, int no, String name, FormSchema form, Route route, Settings settings) {
    public record Settings(boolean revocable, boolean undoable, List<String> summary) {}
}
