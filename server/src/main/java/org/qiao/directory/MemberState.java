package org.qiao.directory;

/** INVITED: known, not yet signed in. DISABLED: locked out for now. LEFT: gone; the row stays for the history. */
public enum MemberState {
    INVITED,
    ACTIVE,
    DISABLED,
    LEFT;

    /** Colleagues see this member in lists and searches. */
    public boolean isPresent() {
        return this == INVITED || this == ACTIVE;
    }
}
