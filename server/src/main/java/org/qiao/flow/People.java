package org.qiao.flow;

import java.util.List;
import java.util.Optional;

/**
 * A snapshot of the company as one command sees it, supplied by the caller. Asked at the moment a node is entered or a task
 * opens; never when events are folded.
 */
public interface People {

    /**
     * Whom a rule names, in the order in which they are asked. Not asked for {@link Approvers.Chosen} and
     * {@link Approvers.Applicant}. Duplicates and people who are gone are sorted out by the engine.
     */
    List<Long> find(Approvers approvers, long applicant);

    /** Whether the range allows the applicant to choose this person. */
    boolean choosable(Approvers.Chosen chosen, long person);

    /** Whether somebody works here and can be asked. */
    boolean present(long person);

    /** The next higher one who exists. */
    Optional<Long> superior(long person);

    /** The administrators of the template, else the company's owner. */
    List<Long> admins();

    /** Who decides for him just now. */
    Optional<Long> delegate(long person);
}
