package org.qiao.apikey;

import org.jspecify.annotations.Nullable;

/**
 * A program of a company that speaks for itself and not in anybody's name.
 *
 * @param name of its key, unique among the living ones: who makes a new key of the same name is the same program
 * @param memberId its key is for this one only; null: for everybody
 */
public record ApiProgram(
        long keyId, long orgId, String name, @Nullable Long memberId) {}
