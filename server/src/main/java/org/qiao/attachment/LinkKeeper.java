package org.qiao.attachment;

import org.qiao.platform.Actor;

/** Keeps links so that customers can open them and whoever sent one sees that they did. Implemented by the library. */
public interface LinkKeeper {

    /** In the caller's transaction. @return where it is kept */
    long keep(Actor actor, AttachedLink link);
}
