package org.qiao.platform;

/** Who has a duty; given by the module that it belongs to. Asked whenever somebody opens the client, so it answers at once. */
public interface DutyRoster {

    Duty duty();

    boolean includes(Actor actor);
}
