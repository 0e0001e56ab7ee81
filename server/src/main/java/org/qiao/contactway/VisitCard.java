package org.qiao.contactway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.customer.CustomerSettings.CardAttribute;

/**
 * An employee as customers see him.
 *
 * @param id the author of his entries in the thread
 * @param avatar a path that needs no token
 */
public record VisitCard(
        long id,
        String name,
        String title,
        @Nullable String avatar,
        List<String> needs,
        List<CardAttribute> attributes) {}
