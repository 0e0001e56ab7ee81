package org.qiao.customer;

/**
 * What one module keeps about customers: it can tell all of it and erase all of it (docs/decisions/0028). Each module that writes
 * down anything about a customer has one bean of this type in its own package; module `privacy` asks them, one after the other.
 */
public interface PersonData {

    /** Before the others: what they find by is still there. */
    int FIRST = 0;

    int MIDDLE = 100;

    /** Relations, timeline, keys and the name itself: the others find what is theirs by these. */
    int LAST = 1_000;

    /** The module's name; how far an erasure came is remembered by it, so it never changes. */
    String name();

    default int order() {
        return MIDDLE;
    }

    /**
     * Tells everything there is about the person and is his by law: read in pages, without a transaction around it. Nothing of other
     * customers, no secrets of the company, of employees their names only.
     */
    void export(Person person, PersonExport out);

    /**
     * Erases a bounded portion (some hundred rows) in transactions of its own, and is called again until nothing is left. A crash may
     * have ended it anywhere: what is gone already does not matter. What stays must not tell anything about the person: rows that
     * others count on keep their ids and lose their texts.
     *
     * @return true when nothing is left
     */
    boolean erase(Person person);
}
