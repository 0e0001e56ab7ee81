package org.qiao.naming;

import org.jspecify.annotations.Nullable;

/**
 * What a person is found by.
 *
 * @param alias empty when there is none; the same for the staff number
 * @param phone E.164
 * @param hidden disabled or gone: only administrators find the person
 */
public record NamedPerson(
        long principalId,
        String name,
        String alias,
        String number,
        @Nullable String phone,
        boolean hidden) {}
