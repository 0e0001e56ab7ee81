package org.qiao.flow;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where an instance stood when it was returned, to go back to.
 *
 * @param node a node that asks or waits, or a parallel one
 * @param ways of a parallel node: those that were open, each with the place in it
 * @param back where the frame itself was to jump back to
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Place(
        String node,
        @Nullable Map<String, Place> ways,
        @Nullable Place back) {

    public Place {
        ways = ways == null ? null : Map.copyOf(ways);
    }
}
