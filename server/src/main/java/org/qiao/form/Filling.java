package org.qiao.form;

/**
 * The circumstances in which a form is filled in.
 *
 * @param before what it held until now: stays where the actor may not edit, and keeps members and files that are not theirs
 * @param days for lengths in work days
 * @param draft nothing is required yet
 */
public record Filling(
        FormValues before, FormRights rights, DayCounter days, RelatedApprovals approvals, boolean draft) {

    /** A new form. */
    public static Filling fresh(DayCounter days, RelatedApprovals approvals) {
        return new Filling(FormValues.EMPTY, FormRights.EDIT_ALL, days, approvals, false);
    }

    /** A change of what is there. */
    public Filling over(FormValues values, FormRights allowed) {
        return new Filling(values, allowed, days, approvals, draft);
    }

    public Filling asDraft() {
        return new Filling(before, rights, days, approvals, true);
    }
}
