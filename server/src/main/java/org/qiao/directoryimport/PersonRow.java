package org.qiao.directoryimport;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that is right by itself. Empty means: not given, what is known stays.
 *
 * @param number staff number, or the account name of the other system
 * @param departments paths of names, empty when not given
 * @param leader for each department
 */
record PersonRow(
        int row,
        String name,
        String alias,
        String number,
        @Nullable String phone,
        @Nullable String email,
        String title,
        String workPlace,
        List<List<String>> departments,
        List<Boolean> leader) {

    PersonRow {
        departments = List.copyOf(departments);
        leader = List.copyOf(leader);
    }
}
