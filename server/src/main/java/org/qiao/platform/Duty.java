package org.qiao.platform;

/** A part of the administration that somebody does without being an administrator. */
public enum Duty {
    APPROVAL_TEMPLATES,
    REPORT_TEMPLATES;

    /** Who has a duty; given by the module that it belongs to. Asked whenever somebody opens the client, so it answers at once. */
    public interface Roster {

        Duty duty();

        boolean includes(Actor actor);
    }
}
