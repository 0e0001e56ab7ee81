package org.qiao.customer;

import java.util.Locale;
import java.util.Map;

/** Where a {@link PersonData} writes what it knows of a person: it becomes one JSON document, one page to read and the files. */
public interface PersonExport {

    /**
     * One thing of a kind, in the order in which it is to be read.
     *
     * @param chapter what kind of thing, as "notes": lower case, letters and dashes; clients of the document rely on it
     * @param row names in lower camel case; values are String, Number, Boolean, Instant, or a List of these; null is left out
     */
    void row(String chapter, Map<String, ?> row);

    /**
     * Puts a file of the company into the package, once however often it is named.
     *
     * @return its path in the package, for a row; empty when it is gone, or when the package is full
     */
    String file(long fileId);

    /** The name of an employee, as customers may know it. */
    String member(long memberId);

    /** In which words the document speaks. */
    Locale locale();
}
