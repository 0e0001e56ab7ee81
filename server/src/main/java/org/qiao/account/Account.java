package org.qiao.account;

import org.jspecify.annotations.Nullable;

/**
 * A person's login, as its owner sees it. Never shown to anybody else: a company knows its own copy of phone and e-mail.
 *
 * @param phone E.164 without spaces
 * @param email lower case
 * @param locale language tag
 * @param hasPassword false until the person has chosen one
 */
public record Account(
        long id, @Nullable String phone, @Nullable String email, String locale, Theme theme, boolean hasPassword) {

    /** Colours of the client; SYSTEM follows the device. */
    public enum Theme {
        SYSTEM,
        LIGHT,
        DARK
    }
}
