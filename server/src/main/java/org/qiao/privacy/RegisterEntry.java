package org.qiao.privacy;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.qiao.naming.PlainText;

/**
 * One activity of the register of processing.
 *
 * @param people whose data
 * @param basis by which law
 * @param recipients who gets to see them
 */
record RegisterEntry(
        @NotNull @Size(min = 1, max = 100) String activity,
        @NotNull @Size(max = 1_000) String people,
        @NotNull @Size(max = 1_000) String data,
        @NotNull @Size(max = 1_000) String purpose,
        @NotNull @Size(max = 1_000) String basis,
        @NotNull @Size(max = 1_000) String recipients,
        @NotNull @Size(max = 1_000) String retention) {

    List<String> cells() {
        return List.of(activity, people, data, purpose, basis, recipients, retention);
    }

    RegisterEntry clean() {
        return new RegisterEntry(
                PlainText.clean(activity),
                people.strip(),
                data.strip(),
                purpose.strip(),
                basis.strip(),
                recipients.strip(),
                retention.strip());
    }
}
