package org.qiao.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a printed or exported form.
 *
 * @param text may have several lines; empty for a table
 * @param grid null unless it is a table
 * @param files attachments and pictures, in their order
 */
public record FormRow(
        String key, String label, String text, @Nullable Grid grid, List<Long> files) {

    /**
     * A table.
     *
     * @param totals one text for each column, empty where nothing is summed up; no texts when there are no totals
     */
    public record Grid(List<String> columns, List<List<String>> rows, List<String> totals) {}
}
