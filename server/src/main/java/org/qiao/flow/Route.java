package org.qiao.flow;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/**
 * What a template draws: a sequence of nodes, some of which hold sequences. Immutable and part of a version of a template;
 * {@link RouteRule} says whether it can be walked.
 */
public record Route(@NotNull @Size(max = Route.MAX_NODES) List<@Valid @NotNull Node> nodes) {

    public static final int MAX_NODES = 200;
    public static final int MAX_DEPTH = 10;

    public Route {
        nodes = nodes == null ? List.of() : List.copyOf(nodes);
    }

    public static Route of(Node... nodes) {
        return new Route(List.of(nodes));
    }
}
