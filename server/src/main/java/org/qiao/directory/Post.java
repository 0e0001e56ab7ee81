package org.qiao.directory;

import org.jspecify.annotations.Nullable;
import org.qiao.naming.PlainText;

/**
 * A place in a department as it is given to the directory.
 *
 * @param title null or empty: the member's own title
 */
public record Post(long id, @Nullable String title, boolean leader, boolean main) {

    public static Post in(long departmentId) {
        return new Post(departmentId, null, false, false);
    }

    String titleOrEmpty() {
        return title == null ? "" : PlainText.clean(title);
    }
}
