package org.qiao.customerimport;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerCard;
import org.qiao.directory.Card;

/**
 * A row of a file as administrators see it.
 *
 * @param row as the spreadsheet program numbers it, from 1
 * @param member who is to serve him
 * @param stage key
 * @param customer who is known already, or whom the row has become
 * @param code why it failed
 */
record CustomerImportRow(
        int row,
        ImportJob.RowState state,
        String name,
        List<String> phones,
        String email,
        String company,
        @Nullable Card member,
        List<String> tags,
        @Nullable String stage,
        List<RowFault> faults,
        @Nullable CustomerCard customer,
        @Nullable String code) {

    @Override
    public String toString() {
        return "CustomerImportRow " + row;
    }
}
