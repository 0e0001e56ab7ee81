package org.qiao.platform;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, in a stable order by key.
 *
 * @param next give it back as {@code after} for the page behind this one; null on the last page
 */
public record Page<T>(List<T> items, @Nullable String next) {

    public Page {
        items = List.copyOf(items);
    }

    /**
     * Cuts a list that was fetched with one row more than asked for.
     *
     * @param rows at most {@code limit + 1} rows
     * @param key the paging key of the last row shown
     */
    public static <T> Page<T> cut(List<T> rows, int limit, Function<T, String> key) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> shown = rows.subList(0, limit);
        return new Page<>(shown, key.apply(shown.getLast()));
    }

    public <R> Page<R> map(Function<T, R> change) {
        return new Page<>(items.stream().map(change).toList(), next);
    }
}
