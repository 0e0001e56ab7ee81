package org.qiao.customerprofile;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * A step of a customer's life with the company.
 *
 * @param key stays when the stage is renamed
 * @param name empty for a shipped one: clients have words for it in their languages
 * @param lost the end without a deal: needs a reason
 */
record Stage(
        @NotNull @Size(min = 1, max = 30) String key,
        @NotNull @Size(max = 30) String name,
        boolean lost) {

    static final List<Stage> SHIPPED = List.of(
            new Stage("unassigned", "", false),
            new Stage("contacted", "", false),
            new Stage("intent", "", false),
            new Stage("deal", "", false),
            new Stage("lost", "", true));
}
