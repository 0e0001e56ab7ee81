package org.qiao.form;

import java.util.Map;
import org.qiao.file.FileView;

/** Names of everything that some filled forms refer to, asked for at once. What is not there any more has none. */
public record FormNames(
        Map<Long, String> members,
        Map<Long, String> departments,
        Map<Long, FileView> files,
        Map<Long, String> approvals) {

    public static final FormNames NONE = new FormNames(Map.of(), Map.of(), Map.of(), Map.of());
}
