package org.qiao.notice;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.qiao.platform.Actor;
import org.qiao.platform.FieldChanges.FieldChange;

/**
 * An administrator has changed how a channel is connected. Told within the transaction of the change.
 *
 * @param before null: nothing was connected
 * @param after null: nothing is any more
 * @param fields what is different, without secrets
 * @param secrets names of secrets that are others now
 */
public record ChannelChanged(
        Actor actor,
        Channel channel,
        @Nullable CarrierKind before,
        @Nullable CarrierKind after,
        List<FieldChange> fields,
        List<String> secrets) {}
