package org.qiao.contactway;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.contactway.WayContent.WayWelcome;
import org.qiao.customer.CustomerSettings.CardAttribute;

/**
 * How an employee looks to customers, and when he is there.
 *
 * @param title for customers only; empty: none is shown
 * @param needs what one may come with
 * @param attributes null: the company's
 * @param hours null: the company's working time
 * @param autoReply what is answered outside of them; empty: nothing
 * @param welcome the first words to whoever comes by a code without own ones
 * @param skipVerify false: he accepts first whoever comes by his card
 */
record CardContent(
        @NotNull @Size(max = 12) String title,
        @NotNull @Size(max = 5) List<@NotNull @Size(min = 1, max = 20) String> needs,
        @Size(max = 10) @Nullable List<@NotNull @Valid CardAttribute> attributes,
        @Size(max = 20) @Nullable List<@NotNull @Valid OfficeHours> hours,
        @NotNull @Size(max = 500) String autoReply,
        @Valid @Nullable WayWelcome welcome,
        boolean skipVerify) {

    static final CardContent STANDARD = new CardContent("", List.of(), null, null, "", null, true);

    CardContent with(@Nullable WayWelcome other) {
        return new CardContent(title, needs, attributes, hours, autoReply, other, skipVerify);
    }

    CardContent {
        needs = needs == null ? List.of() : List.copyOf(needs);
    }
}
