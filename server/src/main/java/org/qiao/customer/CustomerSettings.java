package org.qiao.customer;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.audience.StartRange;

/**
 * What a company decides about its customers.
 *
 * @param range which members may have customers
 * @param perMember open relations of one member at most
 * @param perCompany open relations of the company at most
 * @param verifiedName the name that the badge on cards vouches for; empty for none
 * @param attributes what every card shows whose owner has chosen nothing else
 * @param sites origins whose pages may show a customer's page in a frame, as "https://shop.example.com"
 * @param pushText a push to a customer's device carries what was said; null: no, it says only who has answered
 */
public record CustomerSettings(
        @NotNull @Valid StartRange range,
        @Min(1) @Max(20_000) int perMember,
        @Min(1) @Max(1_000_000) int perCompany,
        @NotNull @Size(max = 60) String verifiedName,
        @NotNull @Size(max = 10) List<@NotNull @Valid CardAttribute> attributes,
        @NotNull @Size(max = 20) List<@NotNull @Size(max = 200) @Pattern(regexp = SITE) String> sites,
        @Nullable Boolean pushText) {

    /** An origin and nothing more: it goes into a header as it is. */
    static final String SITE = "https?://[a-z0-9]([a-z0-9.-]*[a-z0-9])?(:[0-9]{1,5})?";

    public static final CustomerSettings STANDARD =
            new CustomerSettings(StartRange.EVERYONE, 5_000, 50_000, "", List.of(), List.of(), false);

    public CustomerSettings {
        attributes = attributes == null ? List.of() : List.copyOf(attributes);
        sites = sites == null ? List.of() : List.copyOf(sites);
    }

    /** Whether what was said may leave the company's own server for a customer's push service, encrypted. */
    public boolean tellsText() {
        return Boolean.TRUE.equals(pushText);
    }

    /**
     * A line on a business card: a text, or a name that leads somewhere.
     *
     * @param url absolute, https or http; null for a text
     */
    public record CardAttribute(
            @NotNull @Size(min = 1, max = 12) String label,
            @NotNull @Size(min = 1, max = 32) String text,

            @Size(max = 500) @Pattern(regexp = "https?://[^\\s/$.?#][^\\s]*") @Nullable
            String url) {}
}
